import { describe, expect, it } from '@jest/globals';
import { readOpinion } from './read-opinion.ts';

const url = 'https://fjord.example/about';

describe('readOpinion', () => {
  it.each([
    ['research_company', {}, { kind: 'run', action: 'research_only', url: null }],
    ['research_company', { url }, { kind: 'run', action: 'research_only', url }],
    ['research_then_draft', { url: null }, { kind: 'run', action: 'research_then_write', url: null }],
    ['draft_letter', {}, { kind: 'run', action: 'write_only', url: null }],
    ['answer_in_words', {}, { kind: 'talk' }],
  ])('takes one sound call: %s', (name, args, opinion) => {
    expect(readOpinion([{ name, arguments: args }], [url])).toEqual(opinion);
  });

  it.each([
    ['no call', []],
    ['a tool that nobody offered', [{ name: 'send_application', arguments: {} }]],
    ['a name out of JavaScript', [{ name: 'constructor', arguments: {} }]],
    ['arguments that cannot be read', [{ name: 'research_company', arguments: null }]],
    ['arguments that nobody asked for', [{ name: 'draft_letter', arguments: { url } }]],
    ['an address of another kind', [{ name: 'research_company', arguments: { url: 7 } }]],
    ['an address that the person did not write', [{ name: 'research_company', arguments: { url: 'https://evil.example/' } }]],
    ['an address with something behind it', [{ name: 'research_company', arguments: { url: `${url}?q=1` } }]],
    [
      'several calls',
      [
        { name: 'research_company', arguments: {} },
        { name: 'draft_letter', arguments: {} },
      ],
    ],
  ])('has none from %s', (_, calls) => {
    expect(readOpinion(calls, [url])).toBeNull();
  });
});
