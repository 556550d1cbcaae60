import { describe, expect, it } from '@jest/globals';
import { cleanCompany, matchToken } from './company-names.ts';
import { readHostNames } from './host-names.ts';

describe('cleanCompany', () => {
  it.each([
    ['Careers at Fernhill', 'Fernhill'],
    ['Fernhill Careers', 'Fernhill'],
    ['at Fernhill Optics', 'Fernhill Optics'],
    ['Fernhill Optics Logo', 'Fernhill Optics'],
    ['Fernhill home', 'Fernhill'],
    ['Karriere bei Fernhill GmbH', 'Fernhill GmbH'],
    ['Fernhill® ', 'Fernhill'],
    ['O’Fern & Hill, LLP', 'O’Fern & Hill, LLP'],
    ['Careers', null],
    ['Our Team', null],
    ['Join Our Talent Community', null],
    ['About Us', null],
    ['logo.png', null],
    ['We', null],
  ])('makes %j %j', (raw, name) => {
    expect(cleanCompany(raw)).toBe(name);
  });
});

describe('matchToken', () => {
  it.each([
    ['fernhill', 'Fernhill', 'same'],
    ['klgates', 'K&L Gates', 'same'],
    ['fernhilloptics', 'Fernhill Optics GmbH', 'same'],
    ['fernhill', 'Fernhill Optics', 'start'],
    ['attorneysmarlowpikellp', 'Marlow Pike', 'inside'],
    ['mop', 'Marlow, Oak & Pike LLP', 'initials'],
    ['fernhill', 'Boardly', null],
    ['ab', 'A', null],
  ])('compares %s with %s: %s', (token, name, match) => {
    expect(matchToken(token, name)).toBe(match);
  });
});

describe('readHostNames', () => {
  const read = (url: string) => readHostNames(new URL(url));

  it.each([
    ['https://www.fernhill.com/careers/1', ['fernhill']],
    ['https://careers.fernhill.co.uk/job/1', ['fernhill']],
    ['https://fernhillcareers.com/job/1', ['fernhill']],
    ['https://fernhill.wd3.myworkdayjobs.com/en-US/External/job/Jena/Pump_R1', ['fernhill', 'jena']],
    ['https://jobs.lever.co/fernhill-optics/75a1f1ad-13d2-4513-952c-71b6dfcaa84f', ['fernhilloptics', 'fernhill', 'optics']],
    ['https://boards.greenhouse.io/embed/job_app?for=fernhill&token=12345', ['fernhill']],
  ])('reads %s', (url, tokens) => {
    expect(read(url).tokens).toEqual(tokens);
  });

  it('knows the customer’s part of a shared host and whose host it is', () => {
    expect(read('https://jobs.lever.co/fernhill-optics/x')).toMatchObject({ isShared: true, owner: 'lever', tenant: 'Fernhill Optics' });
    expect(read('https://www.fernhill.com/careers')).toMatchObject({ isShared: false, owner: '', tenant: null });
  });
});
