import type { ReadSentence } from './read-draft.ts';

/** One paragraph on its way to whoever watches. */
export interface ParagraphRelay {
  /** Takes a piece of the answer as it comes. */
  push: (piece: string) => void;
  /** The answer begins anew; what was shown of it stays shown. */
  restart: () => void;
  /** Shows the rest of the paragraph as it will stand in the letter. */
  settle: (sentences: readonly string[]) => void;
}

/**
 * Passes on a draft while it is written, sentence by sentence, and only what will stand: each sentence is held to the evidence before it is
 * shown. What was shown cannot be taken back, so the relay waits at the first sentence that is in doubt until the paragraph is settled.
 */
export function createRelay(onDraft: (text: string) => void): { openParagraph: (read: (raw: string) => ReadSentence[]) => ParagraphRelay } {
  let hasText = false;
  return {
    openParagraph: (read) => {
      const shown: string[] = [];
      let raw = '';
      let isWaiting = false;
      const show = (sentence: string): void => {
        onDraft(`${shown.length > 0 ? ' ' : hasText ? '\n\n' : ''}${sentence}`);
        shown.push(sentence);
        hasText = true;
      };
      const showNew = (): void => {
        // The last sentence may still grow.
        for (const [index, { text, fault }] of read(raw).slice(0, -1).entries()) {
          const isKnown = shown[index] === text;
          if (fault !== null || (shown.length > index && !isKnown)) isWaiting = true;
          if (isWaiting) return;
          if (!isKnown) show(text);
        }
      };
      return {
        push: (piece) => {
          raw += piece;
          if (!isWaiting && /[.!?\n]/.test(piece)) showNew();
        },
        restart: () => {
          raw = '';
        },
        settle: (sentences) => {
          const goesOn = shown.every((sentence, index) => sentence === sentences[index]);
          if (goesOn) for (const sentence of sentences.slice(shown.length)) show(sentence);
        },
      };
    },
  };
}
