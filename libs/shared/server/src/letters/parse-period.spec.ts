import { describe, expect, it } from '@jest/globals';
import { findHeadingPeriod, findPeriod, yearsOf } from './parse-period.ts';

const show = (when: { year: number; month: number | null } | null | undefined) =>
  when ? `${when.year}${when.month ? `/${when.month}` : ''}` : '…';
const read = (line: string) => {
  const found = findHeadingPeriod(line)?.period;
  return found ? `${show(found.start)} to ${show(found.end)}` : null;
};

describe('findHeadingPeriod', () => {
  it.each([
    ['Engineer, Halden Ltd (03/2019 – present)', '2019/3 to …'],
    ['Sept 2015–Feb 2019 Nurse', '2015/9 to 2019/2'],
    ['2012-15', '2012 to 2015'],
    ['2015/16', '2015 to 2016'],
    ['seit 2019 Elektriker', '2019 to …'],
    ['03/2019 - heute: Pflegefachfrau', '2019/3 to …'],
    ['Jan. 2018 – Mär. 2020', '2018/1 to 2020/3'],
    ['2018-03 to 2020-05', '2018/3 to 2020/5'],
    ['01.04.2018 – 31.05.2020', '2018/4 to 2020/5'],
    ['03/19 – 05/21 Cook', '2019/3 to 2021/5'],
    ["Dec '18 - Jan '20", '2018/12 to 2020/1'],
    ['depuis janvier 2019', '2019/1 to …'],
    ['de enero de 2018 a marzo de 2020', '2018/1 to 2020/3'],
    ['March 2019 to date', '2019/3 to …'],
    ['Jun–Sep 2019', '2019/6 to 2019/9'],
    ['2019 –', '2019 to …'],
    ['Cook, Blue Door (2018)', '2018 to 2018'],
    ['Summer 2018', '2018 to 2018'],
    ['Oct 2019 - Present (5 years)', '2019/10 to …'],
  ])('reads %s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it.each(['Rewired 23 schools', 'Room 12/2019 – 40 people', 'served 2019 guests'])('finds none in: %s', (line) => {
    expect(findPeriod(line)).toBeNull();
  });

  it('counts years up to today while a position lasts', () => {
    const period = { start: { year: 2019, month: 3 }, end: null };
    expect(yearsOf(period, new Date('2026-09-01T00:00:00Z'))).toBeCloseTo(7.5);
  });
});
