import { describe, expect, it } from '@jest/globals';
import { estimatePromptTokens, estimateTokens } from './estimate-tokens.ts';

describe('estimateTokens', () => {
  // Counted with the tokenizer of Llama 3.
  it.each([
    [
      'English prose',
      'I led the team that moved the billing platform to the new cloud, and we cut the cost of it by a third in one year.',
      28,
    ],
    ['numbers and links', 'https://example.com/a/b?c=d&e=f#xyz-123 1,250,000 2019-04-30', 28],
    [
      'German',
      'Als erfahrene Softwareentwicklerin habe ich Verkehrssteuerungssysteme entwickelt, die täglich Millionen Fahrgäste befördern.',
      35,
    ],
    ['Chinese', '我开发了一个计费平台，被全欧洲十二万客户使用，并将处理时间减少了百分之三十五。', 28],
  ])('counts %s no lower than a real tokenizer and not twice as high', (_kind, text, real) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(real);
    expect(estimateTokens(text)).toBeLessThan(real * 2);
  });

  it('counts nothing for nothing', () => {
    expect(estimateTokens('')).toBe(0);
  });
});

describe('estimatePromptTokens', () => {
  it('adds the wrapping of every message', () => {
    const message = { role: 'user' as const, content: 'hello' };
    expect(estimatePromptTokens([message, message])).toBeGreaterThan(2 * estimateTokens('hello') + 10);
  });
});
