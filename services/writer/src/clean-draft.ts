const hole = '\u0001';
/** In characters; far more than an answer of the length asked for can have. */
const longest = 20_000;
const steps: ((text: string) => string)[] = [
  // What a reasoning model thinks aloud, closed or not.
  (text) =>
    text
      .replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '')
      .replace(/<think(?:ing)?>[\s\S]*$/i, '')
      .replace(/^[\s\S]*?<\/think(?:ing)?>/i, ''),
  (text) => text.replace(/<\|[^|>]{1,30}\|>/g, ''),
  (text) => text.replace(/^\s*```[a-z]*\s*$/gim, ''),
  (text) =>
    text.replace(
      /^\s*(?:(?:sure|certainly|of course|absolutely|okay)[!,.][^\n]*\n+)?(?:here(?:['’]s| is| are)|below is)\b[^\n]{0,160}(?::|\.)\s*\n+/i,
      '',
    ),
  (text) => text.replace(/^\s*(?:sure|certainly|of course|absolutely|okay)[!,.][^\n]*\n+/i, ''),
  (text) =>
    text.replace(
      /\n+\s*(?:note|p\.?s\.?|explanation|let me know|feel free|i hope this (?:helps|letter)|this (?:letter|draft|body)|word count)\b[\s\S]*$/i,
      '',
    ),
  (text) => text.replace(/\n\s*(?:-{3,}|\*{3,}|_{3,})\s*(?=\n|$)/g, '\n'),
  // Salutations, sign-offs, dates, addresses and subject lines are ours to write.
  (text) => text.replace(/^\s*(?:dear|hello|hi|to whom it may concern)\b[^\n]{0,80}[,:]?\s*\n+/gim, ''),
  (text) => text.replace(/^\s*(?:subject|re|date|to|from)\s*:[^\n]*\n+/gim, ''),
  (text) =>
    text.replace(
      /^\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{Ll}+\s+\d{4}|\p{Lu}\p{Ll}+\s+\d{1,2},?\s+\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\s*$/gmu,
      '',
    ),
  (text) =>
    text.replace(
      /\n\s*(?:(?:kind|best|warm|with (?:kind|best)) (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|respectfully)[,.]?\s*(?:\n[\s\S]*)?$/i,
      '',
    ),
  (text) =>
    text
      .replace(/^\s*#{1,6}\s+[^\n]*$/gm, '')
      .replace(/\*\*|__|`/g, '')
      .replace(/^\s*(?:[-*•]|>)\s+/gm, ''),
  (text) => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s*[([](?:[REKPNJ]\d+(?:\s*[,;]\s*)?)+[)\]]/g, ''),
  // A sentence with a hole in it says nothing. The hole is marked first, for it may hold a full stop itself.
  (text) =>
    text
      .replace(/\[[^[\]\n]{2,60}\]|\{\{[^{}\n]{0,60}\}\}|<[A-Za-z][^<>\n]{1,40}>/g, hole)
      .replace(/[^.!?\n]+[.!?]?/g, (sentence) => (sentence.includes(hole) ? '' : sentence)),
  (text) => text.replace(/<<[0-9a-f]{6,}>>[^\n]*/g, ''),
  (text) =>
    text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim(),
];

const onePass = (text: string): string => steps.reduce((current, step) => step(current), text);

/** Takes away what is not the letter's body. Cleaning a clean draft changes nothing. */
export function cleanDraft(raw: string): string {
  let text = raw
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n(?:[ \n]*\n)? ?/g, (gap) => (gap.includes('\n', gap.indexOf('\n') + 1) ? '\n\n' : '\n'));
  for (let pass = 0; pass < 6; pass += 1) {
    const next = onePass(text);
    if (next === text) return text;
    text = next;
  }
  return text;
}
