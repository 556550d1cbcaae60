import type { Block } from '../../extract/collect-blocks.ts';
import { describeBlocks, plainText } from '../values/describe-html.ts';
import { textsOf, type JobObject } from './find-job-objects.ts';
import { COMPANY_KEYS, EMPLOYMENT_KEYS, PLACE_KEYS, REMOTE_KEYS, SALARY_KEYS, squeezeKey } from './job-keys.ts';
import { asList, isJson, type Json } from '../values/json.ts';
import { readLabel, type Labelled } from '../page/labels.ts';
import { nameEmployment, nameRemote } from '../values/name-values.ts';
import { joinPlaces, namePlaces } from '../values/name-place.ts';
import { nameSalary } from '../values/name-salary.ts';
import type { PostingParts } from '../values/posting-parts.ts';
import { realName, siteUrl } from './read-schema-posting.ts';

const SITE_KEYS = ['website', 'publicWebsite', 'companyUrl', 'company_url', 'websiteUrl', 'homepage', 'homepageUrl', 'url', 'domain'];

/** What a job object of any system says. */
export function readJobObject(job: JobObject): PostingParts {
  const { members, title } = job;
  const labels = labelledMembers(members);
  const location = placeOf(members) ?? namePlaces(labels.location);
  const company = employerOf(job);
  const salaries = SALARY_KEYS.map((key) => nameSalary(members.get(key), Object.fromEntries(members)));
  return {
    job_title: title,
    company_name: company.name,
    company_url: company.url,
    location,
    remote: remoteOf(members, location) ?? nameRemote(labels.remote ?? ''),
    employment_type: employmentOf(members) ?? nameEmployment(labels.employment ?? ''),
    salary: salaries.find((salary) => salary !== null) ?? nameSalary(labels.salary),
    blocks: blocksOf(job),
  };
}

/** Fields that a customer named are lists of pairs: `[{ "name": "Employment Type", "value": "Full-time" }]`. */
function labelledMembers(members: ReadonlyMap<string, unknown>): Partial<Record<Labelled, string>> {
  const found: Partial<Record<Labelled, string>> = {};
  for (const pair of [...members.values()].flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))) {
    if (!isJson(pair)) continue;
    const label = plainText(pair['label'] ?? pair['fieldLabel'] ?? pair['name'] ?? pair['key']);
    const value = labelOf(pair['value'] ?? pair['valueLabel'] ?? pair['text']);
    const kind = label === null ? null : readLabel(label);
    if (kind !== null && value !== null) found[kind] ??= value;
  }
  return found;
}

function placeOf(members: ReadonlyMap<string, unknown>): string | null {
  for (const key of PLACE_KEYS) {
    const value = members.get(key);
    if (key === 'city' && typeof value === 'string') {
      const parts = {
        city: value,
        region: members.get('state') ?? members.get('region'),
        country: members.get('country') ?? members.get('countryname'),
      };
      return namePlaces(parts);
    }
    // A workplace is a kind of work in some systems and a place in others.
    if (key === 'workplace' && (typeof value !== 'string' || nameRemote(value) !== null)) continue;
    const name = namePlaces(value) ?? null;
    if (name !== null) return joinPlaces([name, ...asList(members.get('secondarylocations')).flatMap((more) => namePlaces(more) ?? [])]);
  }
  // Lever and others keep place and terms one step down.
  const categories = members.get('categories');
  return isJson(categories) ? namePlaces(categories['location'] ?? categories['allLocations']) : null;
}

function employmentOf(members: ReadonlyMap<string, unknown>): string | null {
  const categories = members.get('categories');
  const values = EMPLOYMENT_KEYS.map((key) => members.get(key));
  if (isJson(categories)) values.push(categories['commitment']);
  for (const value of values) {
    const text = asList(value)
      .map(labelOf)
      .filter((label) => label !== null)
      .join(', ');
    const name = nameEmployment(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
    if (name !== null) return name;
  }
  return null;
}

function remoteOf(members: ReadonlyMap<string, unknown>, location: string | null): string | null {
  let flag: string | null = null;
  for (const key of REMOTE_KEYS) {
    const value = members.get(key);
    if (value === true) flag ??= key === 'hybrid' ? 'hybrid' : 'remote';
    const label = labelOf(value);
    if (label === null) continue;
    const name = /^(?:fully|full|always|100|temporary|telecommute)$/i.test(label) ? 'remote' : nameRemote(label.replaceAll('_', ' '));
    if (name !== null) return name;
  }
  const place = members.get('location');
  if (isJson(place) && (place['remote'] === true || place['isRemote'] === true)) flag ??= place['hybrid'] === true ? 'hybrid' : 'remote';
  return flag ?? nameRemote(location ?? '');
}

function labelOf(value: unknown): string | null {
  if (isJson(value)) return plainText(value['label'] ?? value['name'] ?? value['value'] ?? value['text'] ?? value['id']);
  return typeof value === 'string' ? plainText(value) : null;
}

/** In the job itself, else in the nearest object around it that names one. */
function employerOf(job: JobObject): { name: string | null; url: string | null } {
  const own = Object.fromEntries(job.members);
  for (const object of [own, ...job.around]) {
    const byKey = new Map(Object.entries(object).map(([key, value]) => [squeezeKey(key), value]));
    for (const key of COMPANY_KEYS) {
      const value = byKey.get(key);
      const name = realName(isJson(value) ? labelledName(value) : plainText(value));
      if (name !== null && /\p{L}/u.test(name)) return { name, url: isJson(value) ? siteOf(value) : null };
    }
  }
  return { name: null, url: null };
}

function labelledName(company: Json): string | null {
  return plainText(company['name'] ?? company['displayName'] ?? company['companyName'] ?? company['title'] ?? company['label']);
}

function siteOf(company: Json): string | null {
  return SITE_KEYS.map((key) => siteUrl(company[key])).find((url) => url !== null) ?? null;
}

/** Systems keep a text as markup and as plain text side by side: what was said once is not said again. */
function blocksOf(job: JobObject): Block[] {
  const blocks: Block[] = [];
  let known = '';
  for (const text of textsOf(job)) {
    const more = describeBlocks(text);
    const fresh = more.filter((block) => block.text.length < 25 || !known.includes(flat(block.text)));
    // A heading comes before its section and cannot be judged alone.
    if (fresh.length < more.length / 2) continue;
    blocks.push(...more);
    known += more.map((block) => flat(block.text)).join(' ');
  }
  return blocks;
}

function flat(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
