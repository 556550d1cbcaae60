import { describe, expect, it } from '@jest/globals';
import { describePull } from './describe-pull.ts';
import { isPulling, type ModelPull } from './model-pulls.ts';

const pull = (changes: Partial<ModelPull> = {}): ModelPull => ({
  model: 'some:4b',
  status: 'pulling',
  message: 'Looking it up',
  percent: 25,
  completed_bytes: 250_000_000,
  total_bytes: 1_000_000_000,
  error: null,
  ...changes,
});

describe('describePull', () => {
  it('says how much is here, or what is done while nobody knows how much there is', () => {
    expect(describePull(pull())).toBe('250 MB of 1 GB');
    expect(describePull(pull({ total_bytes: null }))).toBe('Looking it up');
    expect(describePull(pull({ status: 'success' }))).toBe('ready');
  });

  it('says why it failed and what to do', () => {
    const error = { message: 'No such model.', hint: 'Look at its spelling.' };
    expect(describePull(pull({ status: 'failure', error }))).toBe('No such model. Look at its spelling.');
    expect(describePull(pull({ status: 'failure', message: 'It broke off.' }))).toBe('It broke off.');
  });
});

it('says that it was stopped, as the gateway puts it', () => {
  expect(describePull(pull({ status: 'cancelled', message: 'It was stopped.' }))).toBe('It was stopped.');
});

describe('isPulling', () => {
  it('is true while one of them is under way', () => {
    expect(isPulling({ pulls: [pull({ status: 'success' }), pull()] })).toBe(true);
    expect(isPulling({ pulls: [pull({ status: 'failure' })] })).toBe(false);
  });
});
