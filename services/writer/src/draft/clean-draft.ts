const hole = '\u0001';
/** In characters; far more than an answer of the length asked for can have. */
const longest = 20_000;

type Step = (text: string) => string;

const without =
  (...patterns: RegExp[]): Step =>
  (text) =>
    patterns.reduce((left, pattern) => left.replace(pattern, ''), text);

const id = String.raw`[REKPNJ]\d{1,2}`;
const ids = String.raw`${id}(?:\s*(?:,|;|and|&|–|-)\s*${id})*`;

/** What is said to the reader of the answer instead of the reader of the letter. */
const opener = String.raw`(?:sure|certainly|of course|absolutely|okay|ok|great|understood)[!,.]`;
const closer = String.raw`(?:note|notes|p\.?\s?s\.?|explanation|rationale|let me know|feel free|i hope this (?:helps|letter|paragraph)|this (?:letter|draft|body|paragraph) (?:is|has|uses|highlights|meets)|word count|words:|\(?\d+ words\)?|would you like me|if you (?:want|need|would like) (?:me|any))`;
const regards = String.raw`(?:(?:kind|best|warm|warmest|with (?:kind|best|warm)) (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|respectfully(?: yours)?|many thanks|cheers|best)`;

const steps: Step[] = [
  // What a reasoning model thinks aloud, closed or not.
  without(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, /<think(?:ing)?>[\s\S]*$/i, /^[\s\S]*?<\/think(?:ing)?>/i),
  // A model that runs on into the next turn of a chat. What comes after the mark is no answer.
  without(
    /<\|(?:im_end|eot_id|end|endoftext|end_of_text)\|>[\s\S]*$/i,
    /<\|[^|>]{1,30}\|>/g,
    /\n\s*(?:user|human|applicant|assistant|system)\s*:[\s\S]*$/i,
  ),
  without(/^\s*(?:assistant|answer|paragraph|output|response|letter|draft)\s*(?:\d+\s*)?:\s*/i),
  without(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u{e0000}-\u{e007f}]/gu, /\p{Extended_Pictographic}\ufe0f?/gu),
  (text) => text.replace(/\\n/g, '\n'),
  without(/^\s*(?:```|~~~)[a-z]*\s*$/gim),
  without(
    new RegExp(String.raw`^\s*(?:${opener}[^\n]*\n+)?(?:here(?:['’]s| is| are)|below is)\b[^\n]{0,160}(?::|\.)\s*\n+`, 'i'),
    new RegExp(String.raw`^\s*${opener}[^\n]*\n+`, 'i'),
  ),
  without(new RegExp(String.raw`\n+\s*[*_(]*${closer}[\s\S]*$`, 'i')),
  (text) => text.replace(/\n\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*(?=\n|$)/g, '\n'),
  // Salutations, sign-offs, dates, addresses and subject lines are ours to write.
  without(
    /^\s*(?:dear|hello|hi|to whom it may concern|good (?:morning|afternoon|day))\b[^\n]{0,80}[,:]?\s*\n+/gim,
    /^\s*(?:dear|hello|hi)\s[^\n.!?]{2,50},\s+(?=\p{Lu})/gimu,
    /^\s*(?:subject|re|date|to|from|phone|e-?mail|address)\s*:[^\n]*\n*/gim,
    /^\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{Ll}+\s+\d{4}|\p{Lu}\p{Ll}+\s+\d{1,2},?\s+\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\s*$/gmu,
    new RegExp(String.raw`(?:\n|^)\s*${regards}[,.]?\s*(?:\n[\s\S]*)?$`, 'i'),
    new RegExp(String.raw`(?<=[.!?])\s+${regards},\s*(?:\n[\s\S]*|[^.!?\n]{0,60})$`, 'i'),
  ),
  // Markup, of lists the mark alone.
  without(
    /^\s*#{1,6}\s+[^\n]*$/gm,
    /\*\*|__|`/g,
    /^\s*(?:[-*•‣▪]|>|\d{1,2}[.)])\s+/gm,
    /<\/?(?:p|br|b|i|em|strong|div|span|ul|ol|li|h\d|letter|paragraph|text|body|answer|output)\b[^>]{0,80}>/gi,
  ),
  (text) => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(?<![\p{L}\p{N}])[*_]([^*_\n]+)[*_](?![\p{L}\p{N}])/gu, '$1'),
  without(
    new RegExp(String.raw`\s*[([](?:(?:see|from|source|evidence|lines?|ref\.?)\s*:?\s*)?${ids}[)\]]`, 'gi'),
    new RegExp(String.raw`^\s*\[?${id}\]?\s*[:.–-]\s*`, 'gm'),
  ),
  // A sentence with a hole in it says nothing. The hole is marked first, for it may hold a full stop itself.
  (text) =>
    text
      .replace(/\[[^[\]\n]{2,60}\]|\{\{[^{}\n]{0,60}\}\}|<[A-Za-z][^<>\n]{1,40}>|_{3,}/g, hole)
      .replace(/[^.!?\n]+[.!?]?/g, (sentence) => (sentence.includes(hole) ? '' : sentence)),
  without(/<<[0-9a-f]{6,}>>[^\n]*/g),
  (text) => text.replace(/^["“]([^"“”]*)["”]$/, '$1'),
  (text) =>
    text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim(),
];

const onePass: Step = (text) => steps.reduce((current, step) => step(current), text);

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
