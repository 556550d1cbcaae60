import { describe, expect, it } from '@jest/globals';
import { nameSalary } from './name-salary.ts';

describe('nameSalary', () => {
  it.each<[unknown, object, string | null]>([
    [{ currency: 'USD', value: { minValue: 161200, maxValue: 369800, unitText: 'YEAR' } }, {}, 'USD 161,200–369,800 per year'],
    [{ currency: 'EUR', value: { value: '18.50', unitText: 'HOUR' } }, {}, 'EUR 18.5 per hour'],
    [{ currency: 'USD', value: { value: '$100,000', unitText: 'YEAR' } }, {}, 'USD 100,000 per year'],
    [{ min: '€60,000', max: '€70,000' }, {}, '€ 60,000–70,000'],
    [{ min_cents: 6000000, max_cents: 7000000, currency_type: 'EUR' }, {}, 'EUR 60,000–70,000'],
    [{ min: 60, max: 70, interval: 'per-hour-wage', currency: 'USD' }, {}, 'USD 60–70 per hour'],
    ['60k', {}, '60,000'],
    ['52000', { currency: 'GBP' }, 'GBP 52,000'],
    ['£30,000 - £35,000 per annum', {}, '£30,000 - £35,000 per annum'],
    [[{ label: 'x' }, 45000], { currency: 'EUR' }, 'EUR 45,000'],
    ['Competitive', {}, null],
    [{ currency: 'USD', value: { minValue: 0, maxValue: 0 } }, {}, null],
    [null, {}, null],
    [{ value: { value: { value: { value: 5 } } } }, {}, null],
  ])('says of %j in %j: %j', (value, around, expected) => {
    expect(nameSalary(value, { ...around })).toBe(expected);
  });
});
