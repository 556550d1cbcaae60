import type { SentenceProvenance } from '@coverwright/contracts';

export type EditMark = 'plain' | 'known' | 'unsupported' | 'new';

export interface EditPiece {
  text: string;
  mark: EditMark;
}

const endOfSentence = /[.!?…]+["'”’)\]]*(?=\s|$)/g;

/**
 * A letter as it is being edited, in pieces: sentences of the version before, with what is known of them, and those that are new or changed
 * and have yet to be checked. The pieces, joined, are exactly the text.
 */
export function markEdit(text: string, provenance: readonly SentenceProvenance[]): EditPiece[] {
  const pieces: EditPiece[] = [];
  let from = 0;
  const take = (until: number, mark: EditMark) => {
    if (until > from) pieces.push({ text: text.slice(from, until), mark });
    from = until;
  };
  for (const { text: sentence, status } of inOrder(text, provenance)) {
    const start = text.indexOf(sentence, from);
    if (start === -1) continue;
    for (const piece of splitNew(text.slice(from, start))) take(from + piece.text.length, piece.mark);
    take(start + sentence.length, status === 'unsupported' ? 'unsupported' : status === 'framing' ? 'plain' : 'known');
  }
  for (const piece of splitNew(text.slice(from))) take(from + piece.text.length, piece.mark);
  return pieces;
}

/** The sentences that are still there, in the order of the text: one that was moved must not hide those it was moved before. */
function inOrder(text: string, provenance: readonly SentenceProvenance[]): SentenceProvenance[] {
  return provenance
    .map((sentence) => ({ sentence, at: text.indexOf(sentence.text) }))
    .filter(({ sentence, at }) => at !== -1 && sentence.text !== '')
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence);
}

/** Text that no sentence of before covers. Lines without an end of a sentence (an address, a name) claim nothing. */
function splitNew(text: string): EditPiece[] {
  return text
    .split(/(\n+)/)
    .filter((line) => line !== '')
    .flatMap((line): EditPiece[] => {
      const pieces: EditPiece[] = [];
      let from = 0;
      for (const end of line.matchAll(endOfSentence)) {
        const until = end.index + end[0].length;
        const lead = /^\s*/.exec(line.slice(from))?.[0].length ?? 0;
        if (lead > 0) pieces.push({ text: line.slice(from, from + lead), mark: 'plain' });
        pieces.push({ text: line.slice(from + lead, until), mark: /\p{L}/u.test(line.slice(from, until)) ? 'new' : 'plain' });
        from = until;
      }
      if (from < line.length) pieces.push({ text: line.slice(from), mark: 'plain' });
      return pieces;
    });
}

/** "2 sentences are new or changed": what saving will check. */
export function describeEdit(pieces: readonly EditPiece[]): string {
  const count = (mark: EditMark) => pieces.filter((piece) => piece.mark === mark).length;
  const fresh = count('new');
  const unsupported = count('unsupported');
  const words = [
    fresh === 0
      ? ''
      : fresh === 1
        ? 'One sentence is new or changed and is checked when you save.'
        : `${fresh} sentences are new or changed and are checked when you save.`,
    unsupported === 0 ? '' : unsupported === 1 ? 'One sentence has no source.' : `${unsupported} sentences have no source.`,
  ];
  return words.filter(Boolean).join(' ') || 'Every sentence is as it was checked before.';
}
