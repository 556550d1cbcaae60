import { cleanDraft } from './clean-draft.ts';

/** In characters; a model that does not stop is not worth watching. */
const longest = 4000;

/**
 * Passes on a draft while it is written, cleaned and sentence by sentence. What was shown cannot be taken back, so text
 * that no longer continues it is kept back; the finished letter replaces the whole.
 */
export function relayDraft(onDraft: (text: string) => void): { open: () => (piece: string) => void; send: (text: string) => void } {
  let shown = '';
  const show = (text: string): void => {
    if (text.length <= shown.length || text.length > longest || !text.startsWith(shown) || /^[[{]/.test(text)) return;
    onDraft(text.slice(shown.length));
    shown = text;
  };
  return {
    open: () => {
      let raw = '';
      return (piece) => {
        raw += piece;
        if (!/[.!?\n]/.test(piece)) return;
        const end = Math.max(raw.lastIndexOf('. '), raw.lastIndexOf('.\n'), raw.lastIndexOf('? '), raw.lastIndexOf('! '));
        // A preamble is only known as one once the line after it has begun.
        if (end > 200) show(cleanDraft(raw.slice(0, end + 1)));
      };
    },
    send: show,
  };
}
