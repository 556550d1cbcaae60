import { describe, expect, it } from '@jest/globals';
import type { SentenceProvenance } from '@coverwright/contracts';
import { summarizeProvenance } from './summarize-provenance.ts';

const sentences = (...statuses: SentenceProvenance['status'][]): SentenceProvenance[] =>
  statuses.map((status, sentence) => ({ paragraph: 0, sentence, text: 'Text.', status, sources: [] }));

describe('summarizeProvenance', () => {
  it('does not count framing', () => {
    expect(summarizeProvenance(sentences('framing', 'grounded', 'grounded'))).toBe('All 2 sentences with claims have a source.');
    expect(summarizeProvenance(sentences('framing'))).toBe('No sentence of this version makes a claim.');
  });

  it('says how many sentences have no source', () => {
    expect(summarizeProvenance(sentences('grounded', 'unsupported'))).toBe('1 of 2 sentences with claims have a source; 1 has none.');
  });
});
