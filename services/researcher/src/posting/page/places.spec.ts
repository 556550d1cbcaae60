import { describe, expect, it } from '@jest/globals';
import { findPlace } from './places.ts';

describe('findPlace', () => {
  it.each([
    'San Francisco, CA',
    'TX - Houston',
    'US-CA-San Francisco',
    'Remote (United States)',
    'München, Deutschland',
    'Zurich, Switzerland',
    'Cambridge, Massachusetts, United States',
    'Toronto, ON or Remote (Canada)',
    'Washington, D.C.',
  ])('is sure of %j', (text) => {
    expect(findPlace(text)).toEqual({ text, score: 3 });
  });

  it.each(['Berlin', 'Ft. Worth', 'Frankfurt am Main', 'London or Paris'])('thinks %j possible', (text) => {
    expect(findPlace(text).score).toBe(1);
  });

  it.each(['Engineering', 'Full-time', 'Energy, Infrastructure & Resources', 'Apply now', 'we build pumps', ''])(
    'sees none in %j',
    (text) => {
      expect(findPlace(text).score).toBe(0);
    },
  );

  it('finds the place between separators', () => {
    expect(findPlace('Oslo, Norway — Legal')).toEqual({ text: 'Oslo, Norway', score: 3 });
  });
});
