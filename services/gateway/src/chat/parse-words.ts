import { QUOTE_MARK, URL_MARK } from './parse-own-words.ts';

const REPLACED: Record<string, string> = {
  pls: 'please', em: 'them', hows: 'how is', whats: 'what is', wheres: 'where is', whos: 'who is', wat: 'what', wot: 'what', goin: 'going', plz: 'please', plse: 'please', pleas: 'please', u: 'you', ur: 'your', lets: 'lets', gonna: 'going to', wanna: 'want to',
  gimme: 'give me', lemme: 'let me', thx: 'thanks', ty: 'thanks', w: 'with', b4: 'before', id: 'i would', im: 'i am', ive: 'i have', ill: 'i will',
  cl: 'letter', coverletter: 'letter', 'cover-letter': 'letter', 'covering-letter': 'letter', 'do-over': 'redo', 're-do': 'redo',
  're-run': 'rerun', 're-write': 'rewrite', 're-draft': 'redraft', 're-research': 'research', 're-generate': 'regenerate',
  cannot: 'cant', nope: 'no', nah: 'no', dont: 'dont', 'let’s': 'lets', google: 'look up', gotta: 'have to', cuz: 'because', coz: 'because', til: 'until', till: 'until',
}; // prettier-ignore
const IS_AFTER = new Set(['it', 'that', 'what', 'how', 'where', 'who', 'there', 'here', 'she', 'he', 'letter', 'draft', 'everything']);
const ENDINGS: [RegExp, string][] = [
  [/^(\w+)n't$/, '$1nt'],
  [/^(\w+)'m$/, '$1 am'],
  [/^(\w+)'re$/, '$1 are'],
  [/^(\w+)'ve$/, '$1 have'],
  [/^(\w+)'ll$/, '$1 will'],
  [/^(\w+)'d$/, '$1 would'],
];
const TYPO_TARGETS = [
  'research',
  'investigate',
  'company',
  'employer',
  'background',
  'website',
  'letter',
  'draft',
  'write',
  'please',
  'compose',
  'shorter',
];
const NOT_TYPOS = new Set(
  'sorter shooter shorten shorted shortens latter lettre craft investiga investigar investiguen investigue compania compañia compagnie companie writ written wrote drafty draught rewrite companion search researches'.split(
    ' ',
  ),
);
const NAME_LEADERS = new Set('research investigate into about on up out study explore'.split(' '));
const NEVER_NAMES = new Set(
  'scientist engineer assistant associate fellow analyst intern writer manager lead director officer nurse coordinator technician specialist administrator consultant developer editor park institute council centre center lab labs department group paper papers methods notes the this that these those a an my our your their his her its them they it him who what how where company firm employer organisation organization business startup site website and then for first before please me now again again'.split(
    ' ',
  ),
);

/**
 * One word as the rules know it (contractions opened, short forms and typing errors put right); may be several words.
 * `NAME` stands for a capitalised word where the rules look for a company.
 */
export function normaliseWord(word: string, previous: string, shouting: boolean): string {
  if (word === URL_MARK) return 'URL';
  if (word === QUOTE_MARK) return 'QUOTE';
  const lower = word
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/^['_-]+|['_-]+$/g, '');
  const known = Object.hasOwn(REPLACED, lower) ? REPLACED[lower] : undefined;
  if (known !== undefined) return known;
  if (!shouting && /^\p{Lu}/u.test(word) && NAME_LEADERS.has(previous) && !NEVER_NAMES.has(lower) && !looksLike(lower)) return 'NAME';
  if (lower === "let's") return 'lets';
  if (lower.endsWith("'s")) return IS_AFTER.has(lower.slice(0, -2)) ? `${lower.slice(0, -2)} is` : lower.slice(0, -2);
  for (const [ending, open] of ENDINGS) if (ending.test(lower)) return lower.replace(ending, open);
  return looksLike(lower) ?? lower;
}

/** The keyword that a word is a slip of the keyboard away from, if any. */
function looksLike(word: string): string | undefined {
  if (word.length < 4 || word.length > 14 || NOT_TYPOS.has(word)) return undefined;
  return TYPO_TARGETS.find((target) => word === target || isSlip(word, target));
}

function isSlip(word: string, target: string): boolean {
  if (word[0] !== target[0]) return false;
  // An added ending is grammar ("drafts", "writer"), not a slip.
  if (word.startsWith(target) || /(?:ed|or|ion|ies|ing)$/.test(word)) return false;
  const cost = distance(word, target);
  if (target.length >= 8) return cost <= 2;
  if (target.length >= 7) return cost <= 1;
  return cost <= 1 && (word.length !== target.length || sameLetters(word, target));
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** Optimal string alignment: a swap of two neighbours costs one, like an added, a lost or a wrong letter. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
