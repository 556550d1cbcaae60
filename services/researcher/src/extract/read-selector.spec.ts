import { describe, expect, it } from '@jest/globals';
import { readSelectors } from './read-selector.ts';

const read = (selectors: string) => readSelectors(selectors, () => true);

describe('readSelectors', () => {
  it.each([
    ['.a', '.a', 100],
    ['div', 'div', 1],
    ['DIV', 'div', 1],
    ['#x .y', '.y', 10_100],
    ['ul > li.item', '.item', 102],
    ['a#b.c', '#b', 10_101],
    ['[hidden]', '*', 100],
    ['p:not(.seen)', 'p', 101],
    ['.sm\\:none', '*', 100],
  ])('reads %s by %s, weighing %i', (selector, key, specificity) => {
    expect(read(selector)).toEqual([{ text: selector, key, specificity }]);
  });

  it('parts at commas outside of brackets', () => {
    expect(read('a, :is(b, c) d,[x="1,2"]').map(({ text }) => text)).toEqual(['a', ':is(b, c) d', '[x="1,2"]']);
  });

  it.each(['a:hover', 'p::before', 'input:checked + p', '&.open', ':host a', `.${'x'.repeat(500)}`])('leaves out %s', (selector) => {
    expect(read(selector)).toEqual([]);
  });

  it('leaves out what the page has no elements for', () => {
    expect(readSelectors('.here, .there', (key) => key === '.here')).toHaveLength(1);
  });
});
