import { describeBlocks, plainText } from '../values/describe-html.ts';
import { isJson, squeezeKeys, type Json } from '../values/json.ts';
import { membersOf, weighEvidence, type Evidence } from './job-keys.ts';
import type { PageTitles } from '../page/page-titles.ts';
import { lengthOf } from '../values/posting-parts.ts';
import { squeeze } from '../values/squeeze.ts';

export interface JobObject {
  /** Members by their squeezed names; of two that squeeze to one the first counts. */
  members: ReadonlyMap<string, unknown>;
  title: string;
  /** The objects around it, innermost first: some keep the employer beside the job. */
  around: Json[];
}

interface Found extends JobObject {
  evidence: Evidence;
  isOfPage: boolean;
  textLength: number;
}

const MAX_OBJECTS = 100_000;
const MAX_DEPTH = 40;
const MAX_FOUND = 500;
const MIN_EVIDENCE = 2;
const MUCH_EVIDENCE = 4;
const MIN_TEXT = 150;
const MIN_SECTION = 80;
/** Members whose own members are as good as the job's. */
const OPENED = /^(?:categories|attributes|details|customfields|jobdetails?|jobinfo|info|fields|header|summary)$/;

const HEADING_KEYS = ['title', 'name', 'label', 'heading', 'header', 'text'];
const BODY_KEYS = ['text', 'content', 'value', 'body', 'description', 'html', 'descriptionHtml', 'items'];

/**
 * The object in a page's own data that is the job it shows, whatever system wrote it: one with a title, a long text and members that only
 * jobs have. Of several the one that the page's headings or its address name; null when that is none or not clear.
 */
export function findJobObject(states: readonly unknown[], titles: () => PageTitles, url: string): JobObject | null {
  const found: Found[] = [];
  const seen = new Set<object>();
  const address = squeeze(url);
  const visit = (value: unknown, around: Json[], depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || seen.has(value) || seen.size > MAX_OBJECTS) return;
    seen.add(value);
    if (isJson(value) && found.length < MAX_FOUND) {
      const job = asJob(value, around, titles, address);
      if (job !== null) found.push(job);
    }
    const inside = isJson(value) ? [value, ...around].slice(0, 4) : around;
    for (const entry of Object.values(value)) visit(entry, inside, depth + 1);
  };
  for (const state of states) visit(state, [], 0);
  return choose(found);
}

function asJob(value: Json, around: Json[], titles: () => PageTitles, address: string): Found | null {
  const members = openMembers(value);
  const title = membersOf(members, 'title').find(([, text]) => typeof text === 'string' && text.trim() !== '')?.[1];
  const plain = plainText(title);
  if (plain === null || plain.length > 200) return null;
  const evidence = weighEvidence(members);
  if (evidence.strong === 0 || evidence.all < MIN_EVIDENCE) return null;
  const textLength = Math.max(0, ...textMembers(members).map((text) => sizeOf(text, 0)));
  if (textLength < MIN_TEXT && evidence.all < MUCH_EVIDENCE) return null;
  const ids = [
    'id',
    'jobid',
    'jobpostid',
    'slug',
    'shortcode',
    'shortid',
    'reqid',
    'requisitionid',
    'jobreqid',
    'uuid',
    'externalid',
    'jobpostingid',
  ].map((key) => members.get(key));
  const isInAddress = ids.some(
    (id) => (typeof id === 'string' || typeof id === 'number') && squeeze(String(id)).length > 4 && address.includes(squeeze(String(id))),
  );
  return { members, title: plain, around, evidence, textLength, isOfPage: isInAddress || titles().isHeading(plain) };
}

function openMembers(value: Json): Map<string, unknown> {
  const members = squeezeKeys(value);
  for (const [name, inner] of [...members]) {
    if (!OPENED.test(name) || !isJson(inner)) continue;
    for (const [key, entry] of squeezeKeys(inner)) if (!members.has(key)) members.set(key, entry);
  }
  return members;
}

function sizeOf(value: unknown, depth: number): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || depth > 3) return 0;
  return Object.values(value).reduce<number>((sum, entry) => sum + sizeOf(entry, depth + 1), 0);
}

function choose(found: readonly Found[]): JobObject | null {
  const weigh = (job: Found) => (job.isOfPage ? 1000 : 0) + (job.textLength >= MIN_TEXT ? 100 : 0) + job.evidence.all;
  const [first, ...rest] = [...found].sort((a, b) => weigh(b) - weigh(a));
  if (first === undefined) return null;
  if (first.isOfPage) return first;
  // A list whose entries nothing on the page singles out, or a single object that is too thin to be believed.
  const others = rest.some((job) => squeeze(job.title) !== squeeze(first.title));
  return others || first.textLength < MIN_TEXT || first.evidence.strong < 2 ? null : first;
}

/** The texts of a job object in their order, as markup with a heading where a section names itself. */
export function textsOf(job: JobObject): string[] {
  const texts: string[] = [];
  for (const value of textMembers(job.members)) collectTexts(value, texts, 0);
  return texts;
}

/** Members named as texts, and lists of sections whatever their name. */
function textMembers(members: ReadonlyMap<string, unknown>): unknown[] {
  const named = membersOf(members, 'text').map(([key]) => key);
  return [...members].filter(([key, value]) => named.includes(key) || isSectionList(value)).map(([, value]) => value);
}

function isSectionList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return (value as unknown[]).some(
    (entry) => isJson(entry) && BODY_KEYS.some((key) => typeof entry[key] === 'string' && entry[key].length >= MIN_SECTION),
  );
}

function collectTexts(value: unknown, texts: string[], depth: number): void {
  if (depth > 5) return;
  if (typeof value === 'string') {
    if (/\p{L}/u.test(value) && !/^https?:\S*$/.test(value)) texts.push(value);
  } else if (Array.isArray(value)) {
    for (const entry of value) collectTexts(entry, texts, depth + 1);
  } else if (isJson(value)) {
    collectSection(value, texts, depth);
  }
}

function collectSection(section: Json, texts: string[], depth: number): void {
  const bodyKey = BODY_KEYS.find(
    (key) => lengthOf(typeof section[key] === 'string' ? describeBlocks(section[key]) : []) > 0 || Array.isArray(section[key]),
  );
  const headingKey = HEADING_KEYS.find((key) => key !== bodyKey && typeof section[key] === 'string' && section[key].length < 120);
  // Lever writes `{ text: heading, content: list }`.
  const swapped = bodyKey === 'text' && typeof section['content'] === 'string';
  const [heading, body] = swapped
    ? [section['text'], section['content']]
    : [headingKey === undefined ? null : section[headingKey], bodyKey === undefined ? null : section[bodyKey]];
  if (body === null) {
    for (const entry of Object.values(section))
      if (typeof entry === 'object' || typeof entry === 'string') collectTexts(entry, texts, depth + 1);
    return;
  }
  if (typeof heading === 'string' && heading.trim() !== '') texts.push(`<h3>${heading}</h3>`);
  collectTexts(body, texts, depth + 1);
}
