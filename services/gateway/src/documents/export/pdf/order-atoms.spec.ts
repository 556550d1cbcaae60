import { describe, expect, it } from '@jest/globals';
import { directText } from './direct-text.ts';
import { orderAtoms } from './order-atoms.ts';

const order = (...atoms: [text: string, level: number][]) =>
  orderAtoms(atoms.map(([text, level]) => ({ text, level }))).map(({ text }) => text);

describe('orderAtoms', () => {
  it.each([
    [
      [
        ['a', 0],
        ['b', 0],
      ],
      ['a', 'b'],
    ],
    [
      [
        ['a', 0],
        ['B', 1],
        ['C', 1],
        ['d', 0],
      ],
      ['a', 'C', 'B', 'd'],
    ],
    [
      [
        ['A', 1],
        ['12', 2],
        ['kg', 2],
        ['B', 1],
      ],
      ['B', '12', 'kg', 'A'],
    ],
    [[], []],
  ] as [[string, number][], string[]][])('puts %j on paper as %j', (atoms, expected) => {
    expect(order(...atoms)).toEqual(expected);
  });
});

describe('directText', () => {
  it.each([
    ['abc ', 0, 'abc ', false],
    [', ', 1, ' ,', false],
    ['שלום', 1, 'שלום', true],
    ['١٢', 2, '٢١', true],
  ])('gives %j at level %i to the font library as %j', (text, level, given, whole) => {
    expect(directText(text, level)).toEqual({ text: given, options: whole ? { features: [] } : {} });
  });
});
