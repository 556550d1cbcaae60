import { describe, expect, it } from '@jest/globals';
import { findDates, findRelativeYears } from './find-dates.ts';

const read = (text: string) => findDates(text).map(({ year, month, sense }) => `${year}${month ? `-${month}` : ''} ${sense}`);

describe('findDates', () => {
  it.each([
    ['I joined in 2016 and left in March 2019', ['2016 start', '2019-3 end']],
    ['from 2009 to 2013', ['2009 start', '2013 end']],
    ['between 2015 and 2018', ['2015 start', '2018 end']],
    ['(03/2019 – present)', ['2019-3 start']],
    ['registered since 2014', ['2014 start']],
    ['a certificate from May 2021', ['2021-5 start']],
    ['founded in 1783', ['1783 at']],
    ['2000 customers and 1700 seats', []],
    ['1,950 pupils', []],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('counts back from today', () => {
    const today = new Date('2026-08-01T00:00:00Z');
    expect(findRelativeYears('last year, this year, three years ago', today).map(({ year }) => year)).toEqual([2025, 2026, 2023]);
  });
});
