import type { CheerioAPI } from 'cheerio';
import { collectAnnotations } from './collect-annotations.ts';
import { isJson, type Json } from '../values/json.ts';
import { parseJsonLd } from './parse-json-ld.ts';
import type { PageTitles } from '../page/page-titles.ts';
import { mergeParts, type PostingParts } from '../values/posting-parts.ts';
import { readSchemaPosting } from './read-schema-posting.ts';

const MAX_DEPTH = 10;
const MAX_NODES = 5000;
const JOB_TYPE = /(?:^|[/:#])JobPosting$/i;

export interface SchemaReading {
  /** The posting the page is about; null for none and for lists of which none is the page's own. */
  parts: PostingParts | null;
  /** Different postings that the page describes. */
  count: number;
}

/** The posting in the structured data of a page: JSON-LD first, then what its own markup says, then JSON-LD among the states of its scripts. */
export function findSchemaPosting($: CheerioAPI, states: readonly unknown[], titles: () => PageTitles, url: string): SchemaReading {
  const byId = new Map<string, Json>();
  const nodes: Json[] = [];
  let visited = 0;
  const collect = (value: unknown, depth: number): void => {
    visited += 1;
    if (depth > MAX_DEPTH || visited > MAX_NODES) return;
    if (Array.isArray(value)) for (const entry of value) collect(entry, depth + 1);
    if (!isJson(value)) return;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 2) byId.set(id, value);
    if (isJobPosting(value)) nodes.push(value);
    else for (const entry of Object.values(value)) if (typeof entry === 'object') collect(entry, depth + 1);
  };
  $('script').each((_, element) => {
    if (/ld\+json/i.test(element.attribs['type'] ?? '')) for (const value of parseJsonLd($(element).text())) collect(value, 0);
  });
  nodes.push(...collectAnnotations($));
  // Some pages put their JSON-LD in place by a script of their own.
  if (nodes.length === 0) collect(states, 0);
  return chooseOne(nodes, byId, titles, url);
}

function isJobPosting(value: Json): boolean {
  return [value['@type']].flat().some((type) => typeof type === 'string' && JOB_TYPE.test(type));
}

function chooseOne(nodes: Json[], byId: ReadonlyMap<string, Json>, titles: () => PageTitles, url: string): SchemaReading {
  const postings = nodes.map((node) => ({ node, parts: readSchemaPosting(node, byId) }));
  const named = postings.filter(({ parts }) => parts.job_title !== null);
  const groups = Map.groupBy(named, ({ parts }) => parts.job_title!.toLowerCase());
  if (groups.size === 0) return { parts: postings[0]?.parts ?? null, count: postings.length };
  const own =
    groups.size === 1
      ? named
      : ([...groups.values()].find((group) => group.some(({ node }) => isOfPage(node, url))) ??
        [...groups.values()].find((group) => titles().isHeading(group[0]!.parts.job_title!)));
  return { parts: own === undefined ? null : mergeParts(own.map(({ parts }) => parts)), count: groups.size };
}

function isOfPage(node: Json, url: string): boolean {
  return [node['url'], node['@id'], node['mainEntityOfPage']].some((value) => typeof value === 'string' && samePath(value, url));
}

function samePath(value: string, url: string): boolean {
  if (!URL.canParse(value, url)) return false;
  const [a, b] = [new URL(value, url), new URL(url)];
  return a.host === b.host && a.pathname.replace(/\/$/, '') === b.pathname.replace(/\/$/, '') && a.pathname.length > 1;
}
