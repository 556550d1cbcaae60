import { describe, expect, it } from '@jest/globals';
import { findNumbers } from './numbers.ts';
import { stem } from './stem.ts';

const read = (text: string) => findNumbers(text).map(({ value, unit }) => `${value}${unit.base ? ` ${unit.base}` : ''}`);

describe('findNumbers', () => {
  it.each([
    ['from 840 ms to 190 ms', ['0.84 s', '0.19 s']],
    ['€48k/yr less, £3.4m of sales, $2,500', ['48000 EUR', '3400000 GBP', '2500 USD']],
    ['3.2 M events a day', ['3200000']],
    ['63%, 12 per cent and 7 percent', ['63 %', '12 %', '7 %']],
    ['fourteen, twenty-three, two hundred and forty, a dozen, two dozen', ['14', '23', '240', '12', '24']],
    ['a team of three and two designers', ['3', '2']],
    ['half a million users', ['500000']],
    ['by a quarter, two thirds of the class', ['25 %', '66.7 %']],
    ['a quarter of an hour, half an hour, a fortnight', ['900 s', '1800 s', '1209600 s']],
    ['400 V, 5 kW, 14 kg, 3 km, 1.5 hectares', ['400 V', '5000 W', '14000 g', '3000 m', '15000 m²']],
    ['24/7, 2:1, 3a and the 18th Edition', []],
    ['in 2019 and since March 2021', []],
    ['patients of over-75s', ['75']],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('lends a unit, a rate and what is counted from one end of a change to the other', () => {
    const [from, to] = findNumbers('cut incidents from 22 to 9 per quarter');
    expect(from).toMatchObject({ value: 22, rate: 'quarter', pair: { value: 9, place: 'from' } });
    expect(to).toMatchObject({ value: 9, pair: { value: 22, place: 'to' } });
    expect(findNumbers('from 41 minutes to 15').map(({ value }) => value)).toEqual([2460, 900]);
    expect(findNumbers('a wait of 6 weeks, cut to 2').map(({ pair }) => pair?.place)).toEqual(['from', 'to']);
    expect(findNumbers('4 days, down from 9').map(({ pair }) => pair?.place)).toEqual(['to', 'from']);
  });

  it('tells labels from amounts', () => {
    expect(findNumbers('Band 6, Level 3, Kubernetes 1.27').map(({ label }) => label)).toEqual(['band', 'level', 'kubernet']);
    expect(findNumbers('rewired 23 schools')[0]?.label).toBeNull();
  });

  it('hears how exact a number is', () => {
    expect(findNumbers('over 80, nearly 50, about 30, 20').map(({ approx }) => approx)).toEqual(['over', 'under', 'about', 'exact']);
  });

  it('knows what is counted, and what `two of them` goes back to', () => {
    const [pupils, two] = findNumbers('29 pupils, two of them deaf');
    expect(pupils?.counted).toEqual(['pupil']);
    expect(two?.counted).toEqual(['pupil']);
    expect(findNumbers('14 services from one place')[0]?.counted).toEqual(['servic']);
  });

  it.each([
    ['80 covers a night', 'night'],
    ['3 events/day', 'day'],
    ['240 families every year', 'year'],
    ['60 people every second Sunday', stem('sunday')],
    ['110 calls daily', 'day'],
    ['eight cooks that rest two days a week', null],
  ])('reads the rate of %s', (text, rate) => {
    expect(findNumbers(text)[0]?.rate).toBe(rate);
  });
});
