import type { Block } from '../../extract/collect-blocks.ts';
import { describeBlocks, plainText } from '../values/describe-html.ts';
import { textsOf, type JobObject } from './find-job-objects.ts';
import { membersOf } from './job-keys.ts';
import { asList, isJson, pick, squeezeKeys, type Json } from '../values/json.ts';
import { readLabel, type Labelled } from '../page/labels.ts';
import { nameEmployment, nameRemote } from '../values/name-values.ts';
import { joinPlaces, namePlaces } from '../values/name-place.ts';
import { nameSalary } from '../values/name-salary.ts';
import type { PostingParts } from '../values/posting-parts.ts';
import { realName, siteUrl } from './read-schema-posting.ts';

const SITE_KEYS = ['website', 'publicwebsite', 'companyurl', 'websiteurl', 'homepage', 'homepageurl', 'url', 'domain'];

/** What a job object of any system says. */
export function readJobObject(job: JobObject): PostingParts {
  const { members, title } = job;
  const labels = labelledMembers(members);
  const location = placeOf(members) ?? namePlaces(labels.location);
  const company = employerOf(job);
  return {
    job_title: title,
    company_name: company.name,
    company_url: company.url,
    location,
    remote: remoteOf(members, location) ?? nameRemote(labels.remote ?? ''),
    employment_type: employmentOf(members) ?? nameEmployment(labels.employment ?? ''),
    salary: salaryOf(members) ?? nameSalary(labels.salary),
    blocks: blocksOf(job),
  };
}

/** Fields that a customer named are lists of pairs: `[{ "name": "Employment Type", "value": "Full-time" }]`. */
function labelledMembers(members: ReadonlyMap<string, unknown>): Partial<Record<Labelled, string>> {
  const found: Partial<Record<Labelled, string>> = {};
  for (const pair of [...members.values()].flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))) {
    if (!isJson(pair)) continue;
    const label = plainText(pair['label'] ?? pair['fieldLabel'] ?? pair['name'] ?? pair['key']);
    const value = wordsOf(pair['value'] ?? pair['valueLabel'] ?? pair['text']);
    const kind = label === null ? null : readLabel(label);
    if (kind !== null && value !== '') found[kind] ??= value;
  }
  return found;
}

function placeOf(members: ReadonlyMap<string, unknown>): string | null {
  for (const [key, value] of membersOf(members, 'place')) {
    const isCity = key.endsWith('city') && typeof value === 'string';
    const name = namePlaces(
      isCity ? { city: value, region: members.get('state') ?? members.get('region'), country: members.get('country') } : value,
    );
    if (name !== null) return joinPlaces([name, ...asList(members.get('secondarylocations')).flatMap((more) => namePlaces(more) ?? [])]);
  }
  return null;
}

function employmentOf(members: ReadonlyMap<string, unknown>): string | null {
  const names = membersOf(members, 'employment').map(([, value]) => nameEmployment(wordsOf(value)));
  // "permanent" in one member and "full-time" in the next belong together.
  const all = names.flatMap((name) => name?.split(', ') ?? []);
  if (members.get('fulltime') === true) all.push('full-time');
  return all.length === 0 ? null : [...new Set(all)].slice(0, 3).join(', ');
}

function remoteOf(members: ReadonlyMap<string, unknown>, location: string | null): string | null {
  let flag: string | null = null;
  for (const [key, value] of membersOf(members, 'remote')) {
    if (value === true) flag ??= key === 'hybrid' ? 'hybrid' : 'remote';
    const words = wordsOf(value);
    const name = /^(?:fully|full|always|100|temporary|telecommute)$/i.test(words) ? 'remote' : nameRemote(words);
    if (name !== null) return name;
  }
  const place = members.get('location');
  if (isJson(place) && (place['remote'] === true || place['isRemote'] === true)) flag ??= place['hybrid'] === true ? 'hybrid' : 'remote';
  return flag ?? nameRemote(location ?? '');
}

/** Its bounds beside the other members, or a member of its own. */
function salaryOf(members: ReadonlyMap<string, unknown>): string | null {
  const own = Object.fromEntries(members);
  const bounds = nameSalary({
    min: pick(members, ['salarymin', 'minsalary', 'salaryfrom', 'compensationmin', 'minimumsalary', 'salaryrangemin']),
    max: pick(members, ['salarymax', 'maxsalary', 'salaryto', 'compensationmax', 'maximumsalary', 'salaryrangemax']),
    currency: pick(members, ['salarycurrency', 'currency', 'compensationcurrency']),
    period: pick(members, ['salaryperiod', 'salaryinterval', 'salaryunit', 'payperiod', 'compensationinterval']),
  });
  const named = membersOf(members, 'salary').map(([, value]) => nameSalary(value, own));
  return bounds ?? named.find((salary) => salary !== null) ?? null;
}

/** All texts of a value in one line, `FullTime` and `full_time` as two words: some systems put the wording in the label, others in the id. */
function wordsOf(value: unknown): string {
  const texts = asList(value).flatMap((entry): unknown[] => (isJson(entry) ? Object.values(entry) : [entry]));
  return texts
    .filter((text) => typeof text === 'string' && text.length <= 100)
    .join(', ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll('_', ' ');
}

/** In the job itself, else in the nearest object around it that names one. */
function employerOf(job: JobObject): { name: string | null; url: string | null } {
  const around = job.around.map(squeezeKeys);
  for (const object of [job.members, ...around]) {
    for (const [, value] of membersOf(object, 'company')) {
      const name = realName(isJson(value) ? labelledName(value) : plainText(value));
      if (name !== null && /\p{L}/u.test(name)) return { name, url: isJson(value) ? siteOf(value) : null };
    }
  }
  // Else the settings of the site beside the job name it.
  for (const inner of around.flatMap((members) => [...members.values()]).filter(isJson)) {
    const name = realName(plainText(pick(squeezeKeys(inner), ['companyname', 'employername', 'organizationname'])));
    if (name !== null) return { name, url: null };
  }
  return { name: null, url: null };
}

function labelledName(company: Json): string | null {
  return plainText(pick(squeezeKeys(company), ['name', 'displayname', 'companyname', 'title', 'label', 'legalname']));
}

function siteOf(company: Json): string | null {
  const members = squeezeKeys(company);
  return SITE_KEYS.map((key) => siteUrl(members.get(key))).find((url) => url !== null) ?? null;
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
    known += more.map((block) => flat(block.text)).join('');
  }
  return blocks;
}

function flat(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
