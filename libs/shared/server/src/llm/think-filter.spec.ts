import { describe, expect, it } from '@jest/globals';
import { ThinkFilter, withoutOrphanThinking } from './think-filter.ts';

const filtered = (text: string, size: number): string => {
  const filter = new ThinkFilter();
  let visible = '';
  for (let at = 0; at < text.length; at += size) visible += filter.push(text.slice(at, at + size));
  return visible + filter.flush();
};

describe('ThinkFilter', () => {
  it.each([1, 2, 3, 7, 100])('removes reasoning that arrives in pieces of %i characters', (size) => {
    expect(filtered('<think>\nfirst <b> this\n</think>\n\nDear team, 3 < 4 <thinking>x</thinking>and on', size)).toBe(
      'Dear team, 3 < 4 and on',
    );
  });

  it('keeps a bracket that only looks like the start of a tag', () => {
    expect(filtered('a <thi', 1)).toBe('a <thi');
  });

  it('hides everything after a tag that is never closed', () => {
    expect(filtered('Yes. <think>but then', 4)).toBe('Yes. ');
  });

  it('passes a piece on at once when it cannot be part of a tag', () => {
    expect(new ThinkFilter().push('Dear')).toBe('Dear');
  });
});

describe('withoutOrphanThinking', () => {
  it('drops what stands before a closing tag without an opening one', () => {
    expect(withoutOrphanThinking('hm, let me see</think>\n\nDear team')).toBe('Dear team');
  });
});
