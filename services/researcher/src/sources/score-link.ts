import { SUBJECTS, type Subject } from './subjects.ts';

/** What a link promises: how much the page behind it tells about the employer, and on which subject. */
export interface LinkScore {
  score: number;
  subject: string;
}

/** How the parts of paths and the texts of links begin that lead to nothing about an employer. */
const NEVER = new RegExp(
  String.raw`^(?:log[-_ ]?(?:in|out)|sign[-_ ]?(?:in|up|out)|regist(?:er|ration)|(?:my[-_ ]?)?account|cart|basket|checkout|wishlist|privacy|data[-_ ]?protection|` +
    String.raw`datenschutz\p{L}*|terms|agb|tos|legal|disclaimer|imprint|impressum|mentions|aviso|cookies?|gdpr|contact|kontakt|contacto|support|help|faqs?|search|suche|` +
    String.raw`unsubscribe|subscribe|newsletter|wp|feeds?|rss|tags?|categor(?:y|ies)|author|page|accessibility|sitemap|status|downloads?|docs|documentation|forum|demo|` +
    String.raw`request|get[-_ ]started|pricing|trial|quote|donate|print|share|amp|404)(?![\p{L}\p{N}])`,
  'iu',
);
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|gz|png|jpe?g|gif|svg|webp|avif|mp[34]|mov|css|js|json|xml|ics|vcf|exe|dmg|txt|md|csv)$/i;
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;
const MAX_QUERY = 60;
/** More words than this are the title of one item, whatever it is about. */
const MAX_WORDS = 4;
/** Deep paths are single items of a section: one post, one opening. */
const PER_LEVEL = 2;
const ENGLISH_COPY = 1;
const FOREIGN_COPY = 4;

/** Scores a link found on `page`. Null for links that are not worth a request. */
export function scoreLink(page: URL, target: URL, text: string): LinkScore | null {
  const path = readable(target.pathname).split('/').filter(Boolean);
  if (FILE.test(target.pathname) || target.search.length > MAX_QUERY) return null;
  if (path.some((part) => NEVER.test(part)) || NEVER.test(text.trim())) return null;
  const sections = [...hostSections(page, target), ...withoutLanguage(path)];
  const inPath = readSections(sections);
  const inText = isTitle(text) ? null : subjectOf(text);
  const subject = inPath?.subject ?? inText;
  if (subject === null) return null;
  const confirmed = inPath !== null && inText !== null ? Math.min(inPath.worth, inText.worth) / 4 : 0;
  const score = (inPath?.worth ?? subject.worth) + confirmed - Math.max(0, sections.length - 1) * PER_LEVEL - foreignness(page, target);
  return score > 0 ? { score, subject: subject.name } : null;
}

/** Below `about` stand pages of their own (`/about/team`); below anything else stand items of it (`/news/our-team-grows`). */
function readSections(sections: string[]): { subject: Subject; worth: number } | null {
  const subjects = sections.flatMap((section) => (isTitle(section) ? [] : (subjectOf(section) ?? [])));
  const [first] = subjects;
  const last = subjects.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first.name !== 'about' || last === first) return { subject: first, worth: first.worth };
  return { subject: last, worth: last.worth + first.worth / 4 };
}

function subjectOf(text: string): Subject | null {
  return SUBJECTS.find((subject) => subject.words.test(text)) ?? null;
}

function isTitle(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > MAX_WORDS;
}

/** `careers.acme.example` is what `acme.example/careers` is elsewhere. */
function hostSections(page: URL, target: URL): string[] {
  const labels = target.hostname.split('.');
  const others = page.hostname.split('.');
  while (labels.length > 0 && labels.at(-1) === others.at(-1)) {
    labels.pop();
    others.pop();
  }
  return labels.filter((label) => label !== 'www');
}

/** Sites keep a copy of each page per language below `/de` or `/en-gb`; a copy in another one adds nothing. */
function foreignness(page: URL, target: URL): number {
  const language = languageOf(target);
  if (language === languageOf(page)) return 0;
  return language === 'en' || language === '' ? ENGLISH_COPY : FOREIGN_COPY;
}

function languageOf(url: URL): string {
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  return LANGUAGE.test(first) ? first.toLowerCase().slice(0, 2) : '';
}

function withoutLanguage(path: string[]): string[] {
  return LANGUAGE.test(path[0] ?? '') ? path.slice(1) : path;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A path with broken escapes is read as it stands.
    return path;
  }
}
