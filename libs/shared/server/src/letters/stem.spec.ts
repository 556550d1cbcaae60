import { describe, expect, it } from '@jest/globals';
import { stem } from './stem.ts';

describe('stem', () => {
  it.each([
    'organised organize organising organisation',
    'install installed installing installation installer',
    'migrate migrated migration',
    'certified certificate certification certify',
    'reduce reduced reducing reduction',
    'manager management managed managing',
    'supervise supervised supervision supervisor',
    'teach taught teacher teaching',
    'electrician electrical electric',
    'apprentice apprenticeship apprentices',
    'supply supplied supplies supplier',
    'deliver delivered delivery deliveries',
    'maintain maintained maintenance',
    'analyse analysis analyst analysed',
    'stop stopped stopping',
    'licence license licensed',
    'lead led leader leadership',
  ])('brings together: %s', (words) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(1);
  });

  it.each([
    ['care', 'car'],
    ['user', 'use'],
    ['runner', 'run'],
    ['business', 'busy'],
    ['customer', 'custom'],
    ['number', 'numb'],
  ])('keeps %s from %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
