const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|No|vs|e\.g|i\.e|approx|ca|Jr|Sr|Fig|\p{Lu})\.\s*$/u;
/** These end a sentence when the next words can begin one. */
const maybeEnd = /(?:^|[\s(])(?:Ltd|Inc|Co|Corp|etc|plc)\.\s*$/u;
const opener =
  /^(?:I|My|We|Our|You|Your|The|This|That|These|Those|There|Here|It|Its|In|At|As|On|For|From|With|What|When|While|Where|Since|Before|After|Then|Earlier|Today|Now|Most|Also|And|But|So|If|Please|Thank)(?![\p{L}])/u;

/** Sentences of one paragraph, each an exact piece of it without the white space around. */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let open = '';
  const segments = [...segmenter.segment(paragraph)];
  for (const [at, { segment }] of segments.entries()) {
    open += segment;
    if (abbreviation.test(open) || (maybeEnd.test(open) && !opener.test(segments[at + 1]?.segment ?? ''))) continue;
    sentences.push(open.trim());
    open = '';
  }
  sentences.push(open.trim());
  return sentences.filter((sentence) => sentence !== '');
}
