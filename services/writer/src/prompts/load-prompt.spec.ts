import { describe, expect, it } from '@jest/globals';
import { parsePrompt } from './load-prompt.ts';

describe('parsePrompt', () => {
  it('fills in what it names, and leaves braces of the values alone', () => {
    const prompt = parsePrompt('Dear {{name}}, {{text}}', ['name', 'text'], 'a.md');
    expect(prompt.render({ name: 'Ann', text: 'see {{name}} and $1' })).toBe('Dear Ann, see {{name}} and $1');
  });

  it('refuses a file that asks for something nobody fills in', () => {
    expect(() => parsePrompt('{{name}} {{comapny}}', ['name'], 'a.md')).toThrow(/a\.md.*asks for comapny/);
  });

  it('refuses a file that leaves something out', () => {
    expect(() => parsePrompt('{{name}}', ['name', 'company'], 'a.md')).toThrow(/no place for company/);
  });
});
