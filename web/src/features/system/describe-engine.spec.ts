import { describe, expect, it } from '@jest/globals';
import type { Engine } from '@coverwright/contracts';
import { describeEngine } from './describe-engine.ts';

const engine = (changes: Partial<Engine>): Engine => ({
  provider: 'ollama',
  configured: 'auto',
  reachable: true,
  host: null,
  model: 'some:4b',
  chat_model: null,
  models: [],
  num_ctx: 8192,
  context_length: null,
  tokens_per_second: null,
  message: '',
  ...changes,
});

describe('describeEngine', () => {
  it('names the model that writes, or says that none does', () => {
    expect(describeEngine(engine({}))).toEqual({ words: 'some:4b', tone: 'good' });
    expect(describeEngine(engine({ provider: 'offline', model: null })).words).toBe('no model, built-in composer');
  });

  it('is alarmed when a model was asked for and is not there', () => {
    expect(describeEngine(engine({ reachable: false })).tone).toBe('bad');
    expect(describeEngine(engine({ model: null })).tone).toBe('bad');
  });
});
