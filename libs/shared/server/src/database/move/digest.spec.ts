import { describe, expect, it } from '@jest/globals';
import { Digest, type Row } from './digest.ts';
import { inOrder, type Table } from './list-tables.ts';

const digest = (...rows: Row[]): string => {
  const all = new Digest(['id', 'version', 'note']);
  rows.forEach((row) => all.add(row));
  return all.toString();
};
const first = { id: 'a', version: 1, note: null };
const second = { id: 'b', version: 2, note: '' };

describe('the checksum of a table', () => {
  it('does not depend on the order of its rows or on how a driver gives a number', () => {
    expect(digest(second, { ...first, version: '1' })).toBe(digest(first, second));
  });

  it.each([
    ['a missing row', [first]],
    ['a doubled row', [first, first]],
    ['nothing where there was an empty text', [first, { ...second, note: null }]],
    ['values in each other’s column', [first, { id: 'b', version: '', note: 2 }]],
  ])('sees %s', (_, rows) => {
    expect(digest(...rows)).not.toBe(digest(first, second));
  });
});

describe('the order of tables', () => {
  const table = (name: string, ...refersTo: string[]): Table => ({ name, columns: ['id'], key: 'id', refersTo });

  it('puts a table behind those that it points to', () => {
    expect(inOrder([table('a', 'b'), table('b', 'c'), table('c', 'c')]).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
  });

  it('ends with a reason where there is none', () => {
    expect(() => inOrder([table('a', 'b'), table('b', 'a')])).toThrow('a, b');
  });
});
