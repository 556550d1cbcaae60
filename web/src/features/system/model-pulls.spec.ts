import { describe, expect, it } from '@jest/globals';
import { isPulling, pullPercent, type ModelPull } from './model-pulls.ts';

const pull = (changes: Partial<ModelPull> = {}): ModelPull => ({
  model: 'some:4b',
  status: 'pulling',
  completed: 250,
  total: 1000,
  message: '',
  ...changes,
});

describe('pulls of models', () => {
  it('are as far as their bytes, and nowhere while nobody knows how many there are', () => {
    expect(pullPercent(pull())).toBe(25);
    expect(pullPercent(pull({ total: null }))).toBeNull();
    expect(pullPercent(pull({ completed: 0, total: 0 }))).toBeNull();
  });

  it('are under way while one of them is', () => {
    expect(isPulling({ pulls: [pull({ status: 'done' }), pull()] })).toBe(true);
    expect(isPulling({ pulls: [pull({ status: 'failed' })] })).toBe(false);
    expect(isPulling({ pulls: [] })).toBe(false);
  });
});
