const MAX_SITEMAPS = 20;
const MAX_LINE = 2048;

/** The sitemaps that a robots.txt names. They belong to no group of rules. */
export function listSitemaps(robots: string): string[] {
  return robots
    .split(/[\r\n]+/)
    .flatMap((line) => /^\s*sitemap\s*:\s*(\S+)/i.exec(line.slice(0, MAX_LINE))?.[1] ?? [])
    .slice(0, MAX_SITEMAPS);
}
