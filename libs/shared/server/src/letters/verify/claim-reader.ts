import type { IndexedScope } from '../index-evidence.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';
import { remember } from '../remember.ts';
import { type ClaimWord, claimWords, matchWords } from './claim-words.ts';

/** Reads each clause's words once, however many scopes they are held against. */
export interface ClaimReader {
  /** Words that may be said of a side. */
  wordsFor: (clause: ReadClause, side: 'person' | 'company') => ClaimWord[];
  /** How many of the clause's words a scope has: a tie-break between scopes that back as many anchors. */
  affinity: (clause: ReadClause, scope: IndexedScope) => number;
}

export function readClaims(sentence: string): ClaimReader {
  const wordsOf = (side: 'person' | 'company') => {
    const other = side === 'person' ? 'company' : 'person';
    return remember((clause: ReadClause) => claimWords(clause, sentence, side, (at) => clause.sideAt(at) !== other));
  };
  const words = { person: wordsOf('person'), company: wordsOf('company') };
  const affinityTo = remember((clause: ReadClause) =>
    remember((scope: IndexedScope) => {
      const { share, total } = matchWords(words[scope.side](clause), scope);
      return share * total;
    }),
  );
  return { wordsFor: (clause, side) => words[side](clause), affinity: (clause, scope) => affinityTo(clause)(scope) };
}
