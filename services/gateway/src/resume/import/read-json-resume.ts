import { ImportFailed } from './import-fault.ts';

type Entry = Record<string, unknown>;

/** Reads a JSON Resume (jsonresume.org/schema 1.0 and before it) leniently: what is missing or of another type is left out. */
export function readJsonResume(text: string): string {
  const resume = parse(text);
  const basics = entry(resume['basics']);
  const parts = [
    head(basics),
    section('Summary', [word(basics['summary'])]),
    section(
      'Experience',
      entries(resume['work']).map((work) => position(work, ['position'], ['name', 'company'])),
    ),
    section(
      'Projects',
      entries(resume['projects']).map((project) => position(project, ['name'], ['entity', 'type'])),
    ),
    section(
      'Volunteering',
      entries(resume['volunteer']).map((work) => position(work, ['position'], ['organization'])),
    ),
    section('Education', [list(entries(resume['education']).map(education))]),
    section('Certificates', [list([...entries(resume['certificates']), ...entries(resume['awards'])].map(certificate))]),
    section('Publications', [
      list(
        entries(resume['publications']).map((item) => joined([first(item, ['name']), word(item['publisher']), day(item['releaseDate'])])),
      ),
    ]),
    section('Skills', [list(entries(resume['skills']).map(skill))]),
    section('Languages', [list(entries(resume['languages']).map((item) => joined([word(item['language']), word(item['fluency'])])))]),
    section('Interests', [list(entries(resume['interests']).map(skill))]),
  ];
  const filled = parts.filter((part) => part !== '');
  if (filled.length === 0) throw new ImportFailed('notAResume');
  return `${filled.join('\n\n')}\n`;
}

export const looksLikeJson = (text: string): boolean => /^\s*\{/.test(text) && /\}\s*$/.test(text);

function parse(text: string): Entry {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ImportFailed('notAResume', error);
  }
  const resume = entry(value);
  if (!['basics', 'work', 'education', 'skills'].some((key) => typeof resume[key] === 'object' && resume[key] !== null))
    throw new ImportFailed('notAResume');
  return resume;
}

function head(basics: Entry): string {
  const location = entry(basics['location']);
  const place = joined([word(location['city']), word(location['region']), word(location['countryCode'])]);
  const profiles = entries(basics['profiles']).map((profile) => first(profile, ['url', 'username']));
  const contact = [place, ...['email', 'phone', 'url', 'website'].map((key) => word(basics[key])), ...profiles].filter(
    (part) => part !== '',
  );
  const name = word(basics['name']);
  return [name === '' ? '' : `# ${name}`, word(basics['label']), contact.join(' · ')].filter((line) => line !== '').join('\n\n');
}

function position(item: Entry, titleKeys: string[], employerKeys: string[]): string {
  const period = span(item);
  const heading = joined([first(item, titleKeys), first(item, employerKeys), word(item['location'])]);
  const points = [word(item['summary']) || word(item['description']), ...strings(item['highlights'])];
  const title = `${heading}${period === '' ? '' : ` (${period})`}`.trim();
  return [title === '' ? '' : `### ${title}`, list(points)].filter((part) => part !== '').join('\n\n');
}

function education(item: Entry): string {
  const degree = [word(item['studyType']), word(item['area'])].filter((part) => part !== '').join(' ');
  const score = word(item['score']) || word(item['gpa']);
  return joined([degree + (score === '' ? '' : ` (${score})`), word(item['institution']), span(item), ...strings(item['courses'])]);
}

const certificate = (item: Entry): string =>
  joined([first(item, ['name', 'title']), first(item, ['issuer', 'awarder']), day(item['date'])]);

function skill(item: Entry): string {
  const name = joined([word(item['name']), word(item['level'])]);
  const keywords = strings(item['keywords']).join(', ');
  return name !== '' && keywords !== '' ? `${name}: ${keywords}` : name + keywords;
}

function span(item: Entry): string {
  const [start, end] = [day(item['startDate']), day(item['endDate'])];
  if (start === '') return end;
  return `${start} – ${end === '' ? 'present' : end}`;
}

/** `2020-03-15` and `2020-03` as `03/2020`; anything else as it is. */
function day(value: unknown): string {
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2})?(?:T.*)?$/.exec(word(value)) ?? [];
  return year === undefined ? word(value) : `${month}/${year}`;
}

const section = (title: string, parts: string[]): string => {
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? '' : [`## ${title}`, ...filled].join('\n\n');
};

const list = (points: string[]): string =>
  points
    .filter((point) => point !== '')
    .map((point) => `- ${point}`)
    .join('\n');
const joined = (parts: string[]): string => parts.filter((part) => part !== '').join(', ');
const entry = (value: unknown): Entry => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entry) : {});
const entries = (value: unknown): Entry[] =>
  Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? { name: item } : entry(item))) : [];
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(word).filter((text) => text !== '') : []);
const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
const first = (item: Entry, keys: string[]): string => keys.map((key) => word(item[key])).find((text) => text !== '') ?? '';
