import type { PageLink } from '../extract/extract-page.ts';
import { normaliseUrl } from './normalise-url.ts';
import { isSameSite, isSharedHost } from './same-site.ts';

/** Words in a link's path or text, with how much the page behind it tells about an employer. */
const SUBJECTS: [RegExp, number][] = [
  [
    /(?<![\p{L}])(?:about|who[-_ ]we[-_ ]are|our[-_ ]story|company|über[-_ ]uns|ueber[-_ ]uns|unternehmen|a[-_ ]propos|à propos|nosotros|chi[-_ ]siamo)(?![\p{L}])/iu,
    10,
  ],
  [/(?<![\p{L}])(?:values|culture|mission|principles|life[-_ ]at|how[-_ ]we[-_ ]work|sustainability|werte|valeurs)(?![\p{L}])/iu, 8],
  [
    /(?<![\p{L}])(?:products?|platform|technology|engineering|what[-_ ]we[-_ ]do|solutions?|features|services|produkte?|produits?)(?![\p{L}])/iu,
    7,
  ],
  [/(?<![\p{L}])(?:team|people|leadership|founders|équipe)(?![\p{L}])/iu, 6],
  [/(?<![\p{L}])(?:news|newsroom|press|blog|stories|announcements?|aktuelles|presse)(?![\p{L}])/iu, 6],
  [/(?<![\p{L}])(?:careers?|jobs|join[-_ ]us|work[-_ ]with[-_ ]us|karriere|carri[eè]res?|empleo)(?![\p{L}])/iu, 5],
  [/(?<![\p{L}])(?:customers?|case[-_ ]stud(?:y|ies)|locations?|offices?|research)(?![\p{L}])/iu, 3],
];
const NEVER =
  /(?:log-?in|sign-?(?:in|up)|register|account|cart|checkout|privacy|terms|legal|imprint|impressum|cookie|contact|support|help|search|unsubscribe|logout|wp-admin|feed|rss|tag\/|category\/|page\/\d|mailto|accessibility|sitemap)/i;
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|gz|png|jpe?g|gif|svg|webp|mp[34]|mov|css|js|json|xml|ics|exe|dmg)$/i;

/** Links of one page that lead on within the company's site, best first, each page once. Pages of shared hosts lead nowhere. */
export function rankLinks(pageUrl: string, links: readonly PageLink[]): string[] {
  const page = new URL(pageUrl);
  if (isSharedHost(page.hostname)) return [];
  const scores = new Map<string, number>();
  for (const link of links) {
    const target = new URL(link.url);
    if (!isSameSite(page, target) || isSharedHost(target.hostname)) continue;
    const score = scoreLink(target, link.text);
    const url = normaliseUrl(link.url);
    if (score > 0 && score > (scores.get(url) ?? 0)) scores.set(url, score);
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([url]) => url);
}

function scoreLink(target: URL, text: string): number {
  const path = readable(target.pathname);
  if (FILE.test(path) || NEVER.test(path) || target.search.length > 60) return 0;
  const inPath = best(path);
  const inText = text.length <= 60 ? best(text) : 0;
  if (inPath === 0 && inText === 0) return 0;
  // Deep paths are single items of a section: one post, one opening.
  const depth = path.split('/').filter((part) => part !== '').length;
  return Math.max(inPath, inText) + Math.min(inPath, inText) / 4 - Math.max(0, depth - 1) * 2;
}

function best(text: string): number {
  return Math.max(0, ...SUBJECTS.filter(([pattern]) => pattern.test(text)).map(([, score]) => score));
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A path with broken escapes is read as it stands.
    return path;
  }
}
