import { describe, expect, it } from '@jest/globals';
import { suggest } from '../phrases.ts';
import { combineOpinions } from './combine-opinions.ts';

const url = 'https://fjord.example/';
const research = suggest({ suggestion: 'research_only', url }).suggestions;

describe('combineOpinions', () => {
  it.each([null, { kind: 'talk' as const }, { kind: 'run' as const, action: 'research_only' as const, url }])(
    'leaves the offer as it is when the model has nothing else to say: %j',
    (opinion) => {
      expect(combineOpinions(research, { suggestion: 'research_only', url }, opinion)).toEqual({ more: '', suggestions: research });
    },
  );

  it('offers both where model and rules disagree', () => {
    const opinion = { kind: 'run', action: 'research_then_write', url: null } as const;
    const both = `Research ${url} and then draft a cover letter`;
    expect(combineOpinions(research, { suggestion: 'research_only', url }, opinion)).toEqual({
      more: ` Or, if that is what you meant: “${both}”.`,
      suggestions: [...research, both],
    });
  });

  it('puts first what the model takes it for where the rules leave it open', () => {
    const all = suggest({ suggestion: null, url: null }).suggestions;
    const opinion = { kind: 'run', action: 'write_only', url: null } as const;
    const { more, suggestions } = combineOpinions(all, { suggestion: null, url: null }, opinion);
    expect([more, suggestions[0]]).toEqual(['', 'Draft a cover letter']);
    expect([...suggestions].sort()).toEqual([...all].sort());
  });
});
