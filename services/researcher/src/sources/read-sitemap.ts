export interface Sitemap {
  /** Addresses of pages, or of further sitemaps in an index; as they stand in the file, entities resolved. */
  locations: string[];
  isIndex: boolean;
}

const MAX_LOCATIONS = 5000;
const MAX_LENGTH = 2048;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The addresses of a sitemap or an index of sitemaps, as far as they can be read; a list of addresses, one a line, is a sitemap too. The
 * file is searched for its `<loc>` elements, once from front to back: nothing in it can make that slow, whatever it claims to be.
 */
export function readSitemap(text: string): Sitemap {
  const locations: string[] = [];
  if (!text.includes('<')) return { locations: readLines(text), isIndex: false };
  for (let at = text.indexOf('<loc>'); at >= 0 && locations.length < MAX_LOCATIONS; at = text.indexOf('<loc>', at)) {
    const end = text.indexOf('</loc>', at);
    if (end < 0) break;
    const location = text.slice(at + '<loc>'.length, Math.min(end, at + MAX_LENGTH)).trim();
    if (location !== '') locations.push(plain(location));
    at = end;
  }
  return { locations, isIndex: /<sitemapindex[\s>]/.test(text.slice(0, 4096)) };
}

function readLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => /^https?:\/\//i.test(line) && line.length <= MAX_LENGTH)
    .slice(0, MAX_LOCATIONS);
}

function plain(location: string): string {
  const inner = /^<!\[CDATA\[(.*)\]\]>$/s.exec(location)?.[1] ?? location;
  return inner.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '').trim();
}
