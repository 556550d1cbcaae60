/** What follows a verb of making when it is a letter. */
export interface LetterObject {
  definite: boolean;
  plural: boolean;
  /** Called a letter and nothing more: may be any letter. */
  plain: boolean;
  /** Words after the object. */
  tail: string[];
}

const set = (words: string) => new Set(words.split(/\s+/));

/** A letter after one of these is another letter, or no letter at all. */
const OTHER = set(
  `thank thank-you thanks thankyou resignation recommendation reference rejection offer follow-up followup complaint love news newsletter acceptance appeal
  refusal withdrawal apology for of about to in on with from that how why what when if who where which down off email e-mail mail message poem reply response
  summary resume cv curriculum paragraph sentence line bullet list note notes script post plan outline opening ending intro introduction subject headline story
  report essay answer code your his her their us rid template templates tips blog tweet song joke linkedin version pitch statement feedback question questions
  job portfolio budget invitation demand dear four-letter capital each every per is was are were be has as`,
);
/** After "letter" these make it part of another thing. */
const PART_OF = set(
  `template templates tip tips guide guides writer writers generator example examples sample samples format formats checklist prompt prompts advice service button opening
  ending intro introduction paragraph feature tool section page tab subject headline title envelope opener closing greeting number numbers grade size head box`,
);
/** A finite verb after the noun: "draft letter looks good" is a remark. */
export const FINITE = set(
  `is was are were looks look looked reads sounds sound sounded seems seem seemed needs has have had contains came feels felt does did doesnt didnt isnt wasnt arent
  should will would can could must might may says said mentions makes made worked works helped went goes got gets reflects shows misses lacks took takes keeps`,
);
const HEADS = set('draft drafts version redraft rewrite one note revision rewrite go attempt');
const NOT_FOR =
  /\b(?:email|e-mail|resume|cv|message|summary|essay|reply|post|profile|bio|statement|contract|poem|speech|paragraph|sentence|plan|report|resignation|complaint)\b/;
const BAD_OF = set('resignation recommendation reference complaint rejection thanks offer acceptance appeal credit apology law marque');
const DETERMINERS = set('a an another the my this that our one new first fresh second third final better different some any');

/** Reads a letter object from the start of `words`: at most ten words before its noun, none of which points elsewhere. */
export function readLetter(words: string[]): LetterObject | null {
  let from = 0;
  if (words[0] === 'me' || words[0] === 'myself') from = 1;
  else if (words[0] === 'for' && words[1] === 'me') from = 2;
  if (words[from] === 'up' || words[from] === 'out') from++;
  let determined = false;
  for (let i = from; i < words.length && i < from + 11; i++) {
    const word = words[i] ?? '';
    if (word === 'letter' || word === 'letters') return finishLetter(words, from, i, word === 'letters');
    if (word === 'note' && /^cover(?:ing)?$/.test(words[i - 1] ?? '')) return finishLetter(words, from, i, false);
    if (HEADS.has(word) && word !== 'note' && determined) return readDraft(words, from, i);
    if (OTHER.has(word) || word === 'URL' || word === 'NAME') return null;
    if (DETERMINERS.has(word)) determined = true;
  }
  return null;
}

function readDraft(words: string[], from: number, at: number): LetterObject | null {
  const rest = words.slice(at + 1);
  const letter = rest.slice(0, 3).findIndex((word) => word === 'letter');
  if (letter >= 0 && !rest.slice(0, letter).some((word) => word === 'of' || word === 'for' || OTHER.has(word))) {
    return finishLetter(words, from, at + 1 + letter, false);
  }
  if (words[at] === 'one') return null;
  if (/^(?:of|for)$/.test(rest[0] ?? '')) {
    const target = rest.slice(1, 6).join(' ');
    if (NOT_FOR.test(target) || (rest[0] === 'of' && !/\b(?:letter|it|that|this|one)\b/.test(target))) return null;
  } else if (
    rest[0] !== undefined &&
    ((OTHER.has(rest[0]) && !/^(?:for|from|with|in|to|that|about)$/.test(rest[0])) || PART_OF.has(rest[0]))
  )
    return null;
  return FINITE.has(rest[0] ?? '') ? null : { definite: isDefinite(words[from]), plural: false, plain: false, tail: rest };
}

function finishLetter(words: string[], from: number, at: number, plural: boolean): LetterObject | null {
  const tail = words.slice(at + 1);
  const next = tail[0] ?? '';
  if (PART_OF.has(next) || FINITE.has(next) || (next === 'of' && BAD_OF.has(tail[1] ?? ''))) return null;
  return {
    definite: isDefinite(words[from]),
    plural,
    plain: !/\b(?:cover|covering|application|motivation|motivational)\b/.test(words.slice(from, at).join(' ')),
    tail,
  };
}

function isDefinite(word: string | undefined): boolean {
  return word === 'the' || word === 'my' || word === 'this' || word === 'that';
}
