import { describe, expect, it } from '@jest/globals';
import { isDateLine } from './is-date-line.ts';

describe('isDateLine', () => {
  it.each([
    'November 20, 2019',
    'Posted: Fri 6:45 PM, Feb 16, 2018 |',
    'Updated 1:39 am EST, Wednesday, November 20, 2019',
    'Published 20 Nov 2019, 18:54 GMT',
    'Veröffentlicht am 3. März 2021',
    'Publié le 12 décembre 2020 à 14:05',
    '22 de outubro de 2010 às 20:13',
    '14 января 2020',
    '2019年11月20日',
  ])('hears only a date in %j', (text) => {
    expect(isDateLine(text)).toBe(true);
  });

  it.each([
    'In March 2020 we opened an office in Bergen.',
    'Founded 1990',
    'March of the pumps',
    '12,000 pumps in 40 hospitals',
    'May 2020 was our best month so far',
    '2019',
  ])('hears more than a date in %j', (text) => {
    expect(isDateLine(text)).toBe(false);
  });
});
