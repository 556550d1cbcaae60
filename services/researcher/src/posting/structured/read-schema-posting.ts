import type { Block } from '../../extract/collect-blocks.ts';
import { isSharedHost } from '../../sources/company-site.ts';
import { describeBlocks, plainText } from '../values/describe-html.ts';
import { asList, isJson, type Json } from '../values/json.ts';
import { nameEmployment, nameRemote, isPlaceholder } from '../values/name-values.ts';
import { namePlaces } from '../values/name-place.ts';
import { nameSalary } from '../values/name-salary.ts';
import { lengthOf, type PostingParts } from '../values/posting-parts.ts';

/** Parts of a description that some sites give beside it instead of in it. */
const FURTHER_TEXTS = [
  'responsibilities', 'qualifications', 'skills', 'experienceRequirements', 'educationRequirements', 'jobBenefits', 'incentives', 'incentiveCompensation',
]; // prettier-ignore
const NAME_LIMIT = 200;

/** A JobPosting of schema.org as parts. `byId` finds what a node only refers to. */
export function readSchemaPosting(node: Json, byId: ReadonlyMap<string, Json>): PostingParts {
  const resolve = (value: unknown): unknown => {
    const [first] = asList(value);
    const id = isJson(first) && Object.keys(first).length <= 2 ? first['@id'] : undefined;
    return typeof id === 'string' ? (byId.get(id) ?? first) : first;
  };
  const organization = resolve(node['hiringOrganization'] ?? node['hiringorganization']);
  const telecommute = asList(node['jobLocationType']).some((type) => typeof type === 'string' && /telecommute|remote/i.test(type));
  const location = namePlaces(asList(node['jobLocation']).map(resolve)) ?? namePlaces(node['applicantLocationRequirements']);
  const title = plainText(asList(node['title'] ?? node['name'])[0]);
  return {
    job_title: realName(title),
    company_name: companyName(organization),
    company_url: companyUrl(organization),
    location,
    remote: telecommute ? 'remote' : nameRemote([location, title, plainText(node['workFromHome'])].join(' ')),
    employment_type: employmentOf(node['employmentType']),
    salary: nameSalary(node['baseSalary'] ?? node['salary'], { currency: node['salaryCurrency'] }),
    blocks: descriptionOf(node),
  };
}

function companyName(organization: unknown): string | null {
  const name = isJson(organization) ? (organization['name'] ?? organization['legalName']) : organization;
  return realName(plainText(asList(name)[0]));
}

export function realName(text: string | null): string | null {
  return text === null || text.length > NAME_LIMIT || isPlaceholder(text) || /^https?:/i.test(text) ? null : text;
}

function companyUrl(organization: unknown): string | null {
  if (!isJson(organization)) return null;
  return (
    [organization['sameAs'], organization['url']]
      .flatMap(asList)
      .map(siteUrl)
      .find((url) => url !== null) ?? null
  );
}

/** The address when it is a site of the company's own, not its page on a board or a network. */
export function siteUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const full = /^www\.\S+$/i.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return null;
  return isSharedHost(new URL(full).hostname) ? null : full;
}

function employmentOf(value: unknown): string | null {
  const names = asList(value)
    .flatMap((type) => (typeof type === 'string' ? type.split(/[,;|]/) : []))
    .map((type) => {
      const text = plainText(type);
      if (text === null || isPlaceholder(text)) return null;
      return nameEmployment(text) ?? (text.length <= 60 ? text.toLowerCase().replaceAll('_', '-') : null);
    });
  const kept = [...new Set(names.filter((name) => name !== null))].slice(0, 3);
  return kept.length === 0 ? null : kept.join(', ');
}

function descriptionOf(node: Json): Block[] {
  const blocks = asList(node['description']).flatMap((text) => (typeof text === 'string' ? describeBlocks(text) : []));
  for (const key of FURTHER_TEXTS) {
    const more = asList(node[key]).flatMap((text) => (typeof text === 'string' ? describeBlocks(text) : []));
    // Most sites repeat here what the description says; lists of key words are no text.
    const known = blocks.map((block) => block.text).join('\n');
    if (lengthOf(more) >= 80 && !more.every((block) => known.includes(block.text))) blocks.push(...more);
  }
  return blocks;
}
