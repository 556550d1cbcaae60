import { expect, it } from '@jest/globals';
import { acknowledge } from './acknowledge.ts';

it('says what starts and that an update follows', () => {
  expect(acknowledge('research_then_write')).toBe('Starting research and drafting. I will update you when done.');
  expect(acknowledge('research_only')).toMatch(/^Starting .*research.* I will update you when done\.$/);
  expect(acknowledge('write_only')).toMatch(/^Starting .*draft.* I will update you when done\.$/);
});
