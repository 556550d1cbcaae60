/** Characters that are never seen and only serve to hide or reorder text. Joiners stay where scripts and emoji need them. */
// The class lists code points one by one; none of them is meant to combine with its neighbour.
const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{1d173}-\u{1d17a}\u{e0000}-\u{e01ef}]/gu;
const JOINER_RUNS = /[\u200c\u200d]{2,}/g;
const JOINERS_IN_LATIN = /(?<=[\u0020-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\u0020-\u024f])/g;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text as a person sees it: no invisible characters, runs of spaces as one, line breaks kept, trimmed. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(JOINER_RUNS, '')
    .replace(JOINERS_IN_LATIN, '')
    .replace(CONTROLS, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .toWellFormed();
}
