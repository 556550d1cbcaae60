import { describe, expect, it } from '@jest/globals';
import type { ListedApplication } from '@coverwright/contracts';
import { newSnapshot } from '../live/test-makers.ts';
import { moveInPages, type CachedPages } from './move-in-pages.ts';

const item = (id: string, status: string): ListedApplication => ({ ...newSnapshot().application, id, status, sent: null });
const list = (...pages: ListedApplication[][]): CachedPages => ({
  pages: pages.map((items) => ({ items, next_cursor: null })),
  pageParams: [],
});
const shown = ({ pages }: CachedPages) => pages.map(({ items }) => items.map(({ id, status }) => `${id} ${status}`));

describe('moveInPages', () => {
  it('changes the status in a list that shows all', () => {
    expect(shown(moveInPages(list([item('a', 'saved')], [item('b', 'saved')]), '', item('b', 'offer')))).toEqual([
      ['a saved'],
      ['b offer'],
    ]);
  });

  it('takes it out of the list of its old status and puts it first into that of its new one', () => {
    const moved = item('b', 'offer');
    expect(shown(moveInPages(list([item('a', 'saved')], [item('b', 'saved')]), 'saved', moved))).toEqual([['a saved'], []]);
    expect(shown(moveInPages(list([item('c', 'offer')]), 'offer', moved))).toEqual([['b offer', 'c offer']]);
  });

  it('leaves a list alone that it does not concern, and puts nothing in twice', () => {
    const other = list([item('c', 'rejected')]);
    expect(moveInPages(other, 'rejected', item('b', 'offer'))).toBe(other);
    expect(shown(moveInPages(list([item('b', 'offer')]), 'offer', item('b', 'offer')))).toEqual([['b offer']]);
  });
});
