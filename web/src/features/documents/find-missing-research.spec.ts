import { describe, expect, it } from '@jest/globals';
import { findMissingResearch } from './find-missing-research.ts';

const check = (name: string, passed: boolean) => ({ name, passed, detail: 'Research found nothing.', hard: false });

describe('findMissingResearch', () => {
  it('gives the reason of a letter that was written without research', () => {
    expect(findMissingResearch([check('word_count', false), check('research_used', false)])).toBe('Research found nothing.');
  });

  it('gives none of a letter that uses research, or does not know', () => {
    expect(findMissingResearch([check('research_used', true)])).toBeNull();
    expect(findMissingResearch([check('word_count', false)])).toBeNull();
  });
});
