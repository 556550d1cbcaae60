import { describe, expect, it } from '@jest/globals';
import { pollPause } from './poll-pause.ts';

describe('pollPause', () => {
  it('asks every two seconds while the stream is lost', () => {
    expect(pollPause('lost', true)).toBe(2000);
    expect(pollPause('lost', false)).toBe(2000);
  });

  it('leaves a quiet page with a stream alone', () => {
    expect(pollPause('live', false)).toBe(false);
    expect(pollPause('asleep', false)).toBe(false);
  });

  it('watches a run even when the page is in the background', () => {
    expect(pollPause('asleep', true)).toBe(5000);
    expect(pollPause('live', true)).toBe(20_000);
  });
});
