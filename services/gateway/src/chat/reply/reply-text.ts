import type { KnownAddresses } from './known-addresses.ts';
import { neutraliseLinks } from './neutralise-links.ts';

/** What is new of a reply. `reset`: what was shown before was the model thinking aloud, and is taken back. */
export interface ReplyPiece {
  reset: boolean;
  text: string;
}

/** Templates that print the opening tag into the prompt leave only the closing one in the answer. */
const THOUGHT_ENDS = /<\/think(?:ing)?>/i;
/** Where a chat template ends a turn; what follows is the model talking to itself. */
const TURN_ENDS = /<\|[^|>]{1,40}\|>|<\/s>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>/i;
/** The marks of the material's lines: a reader cannot know what they stand for. */
const MARKS = /[^\S\n]?\[[NJRLS]\d{1,3}(?:[,;]\s?[NJRLS]\d{1,3})*\]/g;
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF65`;
/** The last word, or row of marks, which may go on. Scripts without blanks end one with every sign. */
const OPEN_WORD = new RegExp(`(?:\\[(?:[NJRLS]\\d{1,3}[,;]\\s?)+)?[^\\s${CJK}]*$`, 'u');

/**
 * Makes of a model's pieces, of any size, what may be shown: whole words, no thinking, no turns of its own, no addresses that are no
 * sources. The joined pieces are the reply, letter by letter; blanks at its ends are not part of it.
 */
export class ReplyText {
  private held = '';
  private blanks = '';
  private begun = false;
  private ended = false;

  constructor(private readonly known: KnownAddresses) {}

  push(piece: string): ReplyPiece {
    if (this.ended) return { reset: false, text: '' };
    this.held += piece;
    const open = /:\/\/|www\./i.test(this.held) ? /\S*$/ : OPEN_WORD;
    const end = open.exec(this.held)?.index ?? this.held.length;
    const ready = this.held.slice(0, end);
    this.held = this.held.slice(end);
    return this.show(ready);
  }

  /** The last word. Call once, after the last piece. */
  flush(): ReplyPiece {
    const rest = this.held;
    this.held = '';
    return this.ended ? { reset: false, text: '' } : this.show(rest);
  }

  private show(text: string): ReplyPiece {
    let reset = false;
    let rest = text;
    for (let tag = THOUGHT_ENDS.exec(rest); tag !== null; tag = THOUGHT_ENDS.exec(rest)) {
      reset ||= this.begun;
      rest = rest.slice(tag.index + tag[0].length);
      this.begun = false;
      this.blanks = '';
    }
    const turn = TURN_ENDS.exec(rest);
    if (turn !== null) {
      this.ended = true;
      rest = rest.slice(0, turn.index);
    }
    const unmarked = rest.replace(MARKS, '');
    if (unmarked !== rest && /^(?:[.,;:!?\s]|$)/.test(unmarked)) this.blanks = this.blanks.replace(/ $/, '');
    return { reset, text: this.trimmed(neutraliseLinks(unmarked, this.known)) };
  }

  private trimmed(text: string): string {
    const inner = text.trimEnd();
    const tail = text.slice(inner.length);
    if (inner === '') {
      this.blanks += text;
      return '';
    }
    const shown = this.begun ? this.blanks + inner : inner.trimStart();
    this.begun = true;
    this.blanks = tail;
    return shown;
  }
}
