import { describe, expect, it } from '@jest/globals';
import type { ReadSentence } from './read-draft.ts';
import { createRelay } from './relay-draft.ts';

/** A sentence with a cross in it has no support. */
const read = (raw: string): ReadSentence[] =>
  (raw.match(/[^.]+\.?/g) ?? []).map((text) => ({
    text: text.trim(),
    units: [],
    fault: text.includes('✗') ? 'no source' : null,
    canBeRepaired: true,
  }));

function watch() {
  let shown = '';
  const relay = createRelay((text) => (shown += text));
  return { relay, shown: () => shown };
}

describe('createRelay', () => {
  it('shows whole sentences as soon as the next one has begun', () => {
    const { relay, shown } = watch();
    const paragraph = relay.openParagraph(read);
    for (const piece of ['One', ' is', ' here.', ' Two', ' is.', ' Thr']) paragraph.push(piece);
    expect(shown()).toBe('One is here.');
    paragraph.settle(['One is here.', 'Two is.', 'Three.']);
    expect(shown()).toBe('One is here. Two is. Three.');
  });

  it('waits at a sentence without support until it is put right', () => {
    const { relay, shown } = watch();
    const paragraph = relay.openParagraph(read);
    for (const piece of ['One.', ' Two ✗.', ' Three.', ' Four.']) paragraph.push(piece);
    expect(shown()).toBe('One.');
    paragraph.settle(['One.', 'Two, corrected.', 'Three.']);
    expect(shown()).toBe('One. Two, corrected. Three.');
  });

  it('sets paragraphs apart', () => {
    const { relay, shown } = watch();
    relay.openParagraph(read).settle(['One.']);
    relay.openParagraph(read).settle(['Two.', 'Three.']);
    expect(shown()).toBe('One.\n\nTwo. Three.');
  });

  it('shows no more of a paragraph that turned out differently', () => {
    const { relay, shown } = watch();
    const paragraph = relay.openParagraph(read);
    for (const piece of ['One.', ' Two.', ' Th']) paragraph.push(piece);
    paragraph.settle(['Another.']);
    expect(shown()).toBe('One.');
  });
});
