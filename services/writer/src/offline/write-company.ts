import { contentStems, stem, type EvidenceUnit } from '@coverwright/server';
import type { Sentence } from '../material.ts';
import { say, type Desk } from './desk.ts';
import { fill, phrases } from './phrases.ts';
import { sayQuote } from './say-quote.ts';
import { bareForms } from './verbs.ts';

const longestPair = 30;
/** Words that company and person must share to be called alike. */
const nearStems = 2;
const verbStems = new Set([...bareForms].map(stem));

interface Read {
  unit: EvidenceUnit;
  text: string;
  isClause: boolean;
}

const placeOf = (unit: EvidenceUnit): string =>
  unit.note?.kind === 'posting' ? 'In your posting' : unit.note?.kind === 'company' ? 'On your website' : 'In what I read about you,';

/** Two short statements of one source share a sentence. */
function pairUp(said: Read[]): Read[][] {
  return said.reduce<Read[][]>((groups, read) => {
    const last = groups.at(-1);
    const other = last?.length === 1 ? last[0] : undefined;
    const words = `${other?.text ?? ''} ${read.text}`.split(' ').length;
    const fits =
      other?.isClause && read.isClause && other.unit.scope === read.unit.scope && words <= longestPair && !/[,;]| and /.test(other.text);
    if (last && fits) last.push(read);
    else groups.push([read]);
    return groups;
  }, []);
}

function tell(group: Read[], isFirst: boolean, desk: Desk, index: number): Sentence[] {
  const { company } = desk.material.evidence;
  const [first, second] = group;
  if (!first) return [];
  const quoted = (phrase: string): string => fill(phrase, { place: placeOf(first.unit), quote: first.unit.text.replace(/[“”"]/g, '’') });
  if (!first.isClause) {
    const phrase = isFirst ? desk.choose('quote', phrases.quote) : desk.choose(`quote ${index}`, phrases.quoteMore);
    return say(desk, [first.unit.id], fill(phrase, { place: placeOf(first.unit), quote: first.text }));
  }
  const phrase = isFirst ? desk.choose('read', phrases.read) : desk.choose(`read ${index}`, phrases.readMore);
  const begin = (clause: string): string => `${fill(phrase, { clause, company })}.`;
  const single = [begin(first.text), `I read that ${first.text}.`, quoted(phrases.quote[0])];
  if (!second) return say(desk, [first.unit.id], ...single);
  const link = phrase.endsWith('that {clause}') ? ' and that ' : ', and ';
  const both = say(desk, [first.unit.id, second.unit.id], begin(`${first.text}${link}${second.text}`));
  return both.length ? both : [...say(desk, [first.unit.id], ...single), ...tell([second], false, desk, index + 10)];
}

const subjectsOf = (unit: EvidenceUnit): string[] => [...new Set(contentStems(unit.text).filter((word) => !verbStems.has(word)))];

/** Whether something that was read and something the person did share enough words to be called alike. */
const isNear = (notes: EvidenceUnit[], { material }: Desk): boolean =>
  notes.some((note) =>
    material.selection.resume.some((unit) => {
      const own = subjectsOf(unit);
      return subjectsOf(note).filter((word) => own.includes(word)).length >= nearStems;
    }),
  );

/** What was read about the company and why it matters; without notes, what the person would like to know. */
export function writeCompany(units: EvidenceUnit[], desk: Desk): Sentence[] {
  const { material, choose } = desk;
  const { company } = material.evidence;
  if (units.length === 0)
    return [fill(choose('unknown', phrases.unknown), { company }), choose('ask', phrases.ask), choose('open', phrases.open)].flatMap(
      (text) => say(desk, [], text),
    );
  const groups = pairUp(units.map((unit) => ({ unit, ...sayQuote(unit, company, material.names) })));
  const told = groups.reduce<Sentence[]>((done, group, index) => [...done, ...tell(group, done.length === 0, desk, index)], []);
  const plain = material.wishes.tone === 'warm' ? phrases.becauseWarm : phrases.because;
  const because = choose('because', isNear(units, desk) ? phrases.near : plain);
  return told.length ? [...told, ...say(desk, [], because)] : [];
}
