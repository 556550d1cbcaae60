import { describe, expect, it } from '@jest/globals';
import { describeGenerator } from './describe-generator.ts';

describe('describeGenerator', () => {
  it.each([
    ['ollama:qwen3:4b', 'written by qwen3:4b'],
    ['openai:gpt-oss', 'written by gpt-oss'],
    ['offline', 'written by the offline composer'],
    ['person', 'edited by you'],
    ['unheard-of', 'written by unheard-of'],
  ])('says for %s: %s', (generator, words) => {
    expect(describeGenerator(generator)).toBe(words);
  });
});
