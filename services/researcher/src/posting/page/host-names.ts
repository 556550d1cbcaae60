import { decodeSafely } from './choose-title.ts';
import { isSharedHost } from '../../sources/company-site.ts';
import { squeeze } from '../values/squeeze.ts';

/** Words in hosts and paths that name no company. */
const GENERIC =
  /^(?:www\d*|careers?|jobs?|job[-_]?(?:boards?|app)|boards?|apply|hire|hiring|recruit(?:ing|ment|er)?|talent|work|team|about|company|corp|info|en|de|fr|es|it|nl|us|uk|eu|emea|m|app|apps|my|secure|portal|wd\d+|myworkdaysite|embed|external|internal|search|global|international|ext|posting|postings?|position|positions|openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|detail|details|view|o|p|j|jobdetail|jobdetails|requisitions?|companies|company|cmp|stellen|stellenangebote|karriere|emploi|offres?|candidate|candidates|public|site|sites|web|home|experience|experienced|students?|s3|cx|hcmui|candidateexperience|jobad|index|default|recruitment|careersection|ats|client|x|co|com|org|net|html?)$/i;
/** What companies put around their name in the host of their career site. */
const AROUND =
  /^(?:careers?at|jobsat|workat|workwith|join|get|we-?are|careers?|jobs?|hr)(?=.{3})-?|(?<=.{2})-?(?:careers?|jobs?|hiring|recruit(?:ing|ment)?|karriere|talent|group|inc|hq|llc|gmbh|corp)$/gi;
/** Applicant systems that `isSharedHost` does not name because no links lead from them. */
const SYSTEMS =
  /(?:^|\.)(?:pinpointhq\.com|rippling(?:-ats)?\.com|join\.com|applytojob\.com|ultipro\.(?:com|ca)|ukg\.net|adp\.com|paylocity\.com|paycomonline\.net|dayforcehcm\.com|oraclecloud\.com|eightfold\.ai|avature\.net|phenompeople\.com|brassring\.com|cornerstoneondemand\.com|csod\.com|comeet\.com?|homerun\.co|factorialhr\.\w+|freshteam\.com|zohorecruit\.\w+|recruiterbox\.com|trakstar\.com|gem\.com|dover\.(?:com|io)|polymer\.co|jobylon\.com|varbi\.com|reachmee\.com|softgarden\.(?:io|de)|rexx-systems\.com|dvinci-hr\.com|onlyfy\.jobs|prescreenapp\.io|heyrecruit\.de|talentsoft\.com|flatchr\.io|emply\.(?:com|net)|hr-manager\.net|webcruiter\.(?:no|com)|hireology\.com|clearcompany\.com|bullhornstaffing\.com|recruitcrm\.io|manatal\.com|crelate\.com|jobscore\.com|hrmdirect\.com|silkroad\.com|newtonsoftware\.com|catsone\.com|ashbyhq\.com|traffit\.com|erecruiter\.pl|elevato\.net|teamio\.com|jobs\.cz|infojobs\.\w+|jobteaser\.com|jobindex\.dk|finn\.no|dice\.com|simplyhired\.\w+|careerbuilder\.com|builtin\.com|remoteok\.com|remotive\.com|weworkremotely\.com|ycombinator\.com|workatastartup\.com|otta\.com|hired\.com|angel\.co|themuse\.com|usajobs\.gov|governmentjobs\.com|reed\.co\.uk|totaljobs\.com|seek\.com\.au|naukri\.com|bayt\.com|rekrute\.com|apec\.fr|hellowork\.com|arbeitsagentur\.de|get-in-it\.de|academics\.\w+|jobs\.ac\.uk|higheredjobs\.com|viglobalcloud\.com|workdayjobs\.com|gupy\.io|catho\.com\.br|hrmos\.co|herp\.careers|wantedly\.com|zhipin\.com|wanted\.co\.kr)$/i;
const SECOND_LEVEL = /^(?:co|com|org|net|ac|gov|edu|or|ne|go)$/;
const MAX_TOKENS = 8;

export interface HostNames {
  /** Squeezed words that probably name the company, likeliest first. */
  tokens: string[];
  /** The host belongs to a board or an applicant system: its own name is not the employer's. */
  isShared: boolean;
  /** The squeezed name of that board or system; empty on a company's own site. */
  owner: string;
  /** The customer's part of an address on a shared host, as words; null elsewhere. */
  tenant: string | null;
}

/** Whose page an address says it is: the domain of a company's own site, the customer's part of the address on a shared one. */
export function readHostNames(url: URL): HostNames {
  const labels = url.hostname.split('.');
  const suffix = labels.length > 2 && SECOND_LEVEL.test(labels.at(-2)!) && labels.at(-1)!.length === 2 ? 2 : 1;
  const domain = labels.at(-1 - suffix) ?? '';
  const sub = labels.slice(0, -1 - suffix).reverse();
  const isShared = isSharedHost(url.hostname) || SYSTEMS.test(url.hostname);
  const parameters = ['for', 'company', 'c', 'org', 'client'].map((name) => url.searchParams.get(name) ?? '');
  const path = isShared ? [...parameters, ...url.pathname.split('/').slice(1, 5)] : [];
  const raw = [...sub, ...(isShared ? path : [domain])];
  const tokens = raw.flatMap(split).filter((token) => token.length > 1);
  const customer = isShared ? raw.find((part) => split(part).length > 0) : undefined;
  return {
    tokens: [...new Set(tokens)].slice(0, MAX_TOKENS),
    isShared,
    owner: isShared ? squeeze(domain) : '',
    tenant: customer === undefined ? null : asWords(customer),
  };
}

function asWords(raw: string): string {
  const words = decodeSafely(raw)
    .replace(AROUND, '')
    .split(/[-_\s]+/)
    .filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** A word of an address that names neither a company nor a job. */
export function isGenericSegment(segment: string): boolean {
  return GENERIC.test(segment);
}

function split(raw: string): string[] {
  const text = decodeSafely(raw).trim();
  if (text === '' || text.length > 60 || GENERIC.test(text) || /^[a-z]{2}[-_][A-Za-z]{2}$/.test(text) || !/\p{L}{2}/u.test(text)) return [];
  // An identifier of the posting, not of the company.
  if (/^[0-9a-f-]{16,}$/i.test(text) || /\d{4,}/.test(text)) return [];
  const whole = squeeze(text.replace(AROUND, ''));
  const pieces = text
    .split(/[-_ ]+/)
    .map(squeeze)
    .filter((piece) => piece.length > 2 && !GENERIC.test(piece));
  return [whole, ...(pieces.length > 1 && pieces.length < 4 ? pieces : [])];
}
