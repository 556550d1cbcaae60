import { describe, expect, it } from '@jest/globals';
import { isPlaceholder, nameEmployment, nameRemote } from './name-values.ts';

describe('nameEmployment', () => {
  it.each([
    ['FULL_TIME', 'full-time'],
    ['Full Time, Regular', 'full-time, permanent'],
    ['Fulltime', 'full-time'],
    ['Vollzeit, unbefristet', 'full-time, permanent'],
    ['Teilzeit (befristet)', 'part-time, temporary'],
    ['CDI', 'permanent'],
    ['CDD - temps partiel', 'part-time, temporary'],
    ['Jornada completa', 'full-time'],
    ['Tempo indeterminato, tempo pieno', 'full-time, permanent'],
    ['Fast, heltid', 'full-time'],
    ['正社員', 'full-time'],
    ['Werkstudent', 'working student'],
    ['INTERN', 'internship'],
    ['Contractor', 'contract'],
    ['Engineering', null],
    ['Internal Audit', null],
  ])('calls %j %j', (text, name) => {
    expect(nameEmployment(text)).toBe(name);
  });
});

describe('nameRemote', () => {
  it.each([
    ['Taiwan - Remote', 'remote'],
    ['Hybrid Remote', 'hybrid'],
    ['Up to 50% work from home', 'hybrid'],
    ['100% remote', 'remote'],
    ['This role is not remote', 'on-site'],
    ['On-site', 'on-site'],
    ['Télétravail partiel (hybride)', 'hybrid'],
    ['mobiles Arbeiten', 'remote'],
    ['Seattle, WA', null],
    ['Remotely interesting pumps', null],
  ])('calls %j %j', (text, name) => {
    expect(nameRemote(text)).toBe(name);
  });
});

describe('isPlaceholder', () => {
  it.each(['N/A', 'n/a', 'Multiple Locations', '2 Locations', 'TBD', '-', ' ', 'Company Confidential', 'Not specified', 'null'])(
    'knows %j',
    (text) => {
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  it.each(['Various Artists Ltd', 'Location Labs', 'Nara', 'Unknown Worlds'])('leaves %j', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
