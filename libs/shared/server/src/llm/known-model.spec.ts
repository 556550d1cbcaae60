import { describe, expect, it } from '@jest/globals';
import { estimatePromptTokens } from './estimate-tokens.ts';
import { KnownModel } from './known-model.ts';
import type { ModelMessage } from './model-client.ts';

const WINDOW = 8192;
const promptOf = (start: string, words = 1500): ModelMessage[] => [
  { role: 'user', content: `${start} ${'The team keeps quiet pumps running for many hospitals. '.repeat(words / 9)}` },
];
const read = (promptTokens: number | null, cachedTokens: number | null = null) => ({ promptTokens, cachedTokens });

describe('the upper count of a prompt', () => {
  it('follows a tokenizer that makes more tokens than estimated', () => {
    const known = new KnownModel();
    const before = known.upperTokens(promptOf('A'));
    known.learn(promptOf('B'), read(estimatePromptTokens(promptOf('B')) * 1.5));
    expect(known.upperTokens(promptOf('A')) / before).toBeCloseTo(1.5, 1);
  });

  it('comes down only after several prompts of which none made more tokens', () => {
    const known = new KnownModel();
    const before = known.upperTokens(promptOf('A'));
    for (const start of ['B', 'C']) known.learn(promptOf(start), read(estimatePromptTokens(promptOf(start)) * 0.8));
    expect(known.upperTokens(promptOf('A'))).toBe(before);
    known.learn(promptOf('D'), read(estimatePromptTokens(promptOf('D')) * 0.8));
    expect(known.upperTokens(promptOf('A')) / before).toBeCloseTo(0.8, 1);
  });

  it('goes up when the server refuses a prompt that was thought to fit', () => {
    const known = new KnownModel();
    known.overflowed(promptOf('A'), WINDOW);
    expect(known.upperTokens(promptOf('A'))).toBeGreaterThan(WINDOW);
  });

  it('learns nothing from a count that leaves out what was cached', () => {
    const known = new KnownModel();
    const before = known.upperTokens(promptOf('A'));
    for (let call = 0; call < 4; call += 1) known.learn(promptOf('B'), read(call === 0 ? null : 900));
    expect(known.upperTokens(promptOf('A'))).toBe(before);
  });
});

describe('a prompt that was cut', () => {
  const prompt = promptOf('A', 3000);
  const estimate = estimatePromptTokens(prompt);

  it('is told by how little of it was read', () => {
    expect(new KnownModel().hasCut(prompt, read(Math.round(estimate * 0.4)))).toBe(true);
    expect(new KnownModel().hasCut(prompt, read(Math.round(estimate * 0.8)))).toBe(false);
  });

  it('is not one whose head the server had in its cache and did not count', () => {
    const known = new KnownModel();
    known.learn(prompt, read(estimate));
    expect(known.hasCut(prompt, read(Math.round(estimate * 0.3)))).toBe(false);
    expect(known.hasCut(promptOf('Other', 3000), read(Math.round(estimate * 0.3)))).toBe(true);
  });

  it('is told although it was in the cache, by a server that counts the cache', () => {
    const known = new KnownModel();
    known.learn(prompt, read(estimate));
    expect(known.hasCut(prompt, read(Math.round(estimate * 0.3), 100))).toBe(true);
  });

  it('is not told from a count that is missing, or smaller than any window', () => {
    expect(new KnownModel().hasCut(prompt, read(null))).toBe(false);
    expect(new KnownModel().hasCut(prompt, read(1))).toBe(false);
  });

  it('makes the next one shorter by as much', () => {
    const known = new KnownModel();
    known.wasCut(2048, WINDOW);
    expect(known.upperTokens(prompt)).toBeGreaterThan(estimate * 4);
  });
});

describe('the speed of a model', () => {
  it('is told in tokens a second, but not for a handful of tokens', () => {
    const speeds: number[] = [];
    const known = new KnownModel((speed) => speeds.push(speed));
    known.wrote(30, 2000);
    known.wrote(3, 10);
    expect(speeds).toEqual([15]);
  });
});
