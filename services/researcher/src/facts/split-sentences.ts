const ABBREVIATION =
  /(?:^|[\s(])(?:inc|corp|ltd|co|llc|dr|mr|mrs|ms|prof|st|no|vs|etc|approx|est|dept|e\.g|i\.e|u\.s|u\.k|jr|sr|gen|fig|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$/i;
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences of one block, each a substring of it, trimmed. Line breaks end sentences; abbreviations do not. */
export function splitSentences(block: string): string[] {
  return block.split('\n').flatMap((line) => {
    const sentences: string[] = [];
    let start = 0;
    for (const { segment, index } of segmenter.segment(line)) {
      const end = index + segment.length;
      const soFar = line.slice(start, end).trimEnd();
      const next = line.slice(end);
      if (next !== '' && (ABBREVIATION.test(soFar.slice(-12)) || /^\p{Ll}/u.test(next))) continue;
      if (soFar.trim() !== '') sentences.push(soFar.trim());
      start = end;
    }
    return sentences;
  });
}
