import { describe, expect, it } from '@jest/globals';
import { checkClaim, type ClaimVerdict } from './check-claim.ts';

const QUOTE = 'We employ 320 people in Bergen and Turku, and 40% of our €3.2 million budget goes to Kaplan turbines.';

describe('checkClaim', () => {
  it.each<[string, ClaimVerdict]>([
    ['320 people are employed in Bergen and Turku.', 'supported'],
    ['40 percent of the budget of €3.2 million goes to Kaplan turbines.', 'supported'],
    ['The budget of 3.2 million euros goes to turbines.', 'supported'],
    ['Employs 320 people.', 'supported'],
    // A number or a name of its own.
    ['The company employs 350 people in Bergen.', 'contradicted'],
    ['320 people are employed in Bergen, Turku and Oslo.', 'contradicted'],
    ['40 people work in Bergen.', 'contradicted'],
    ['Kaplan turbines run on SAP.', 'contradicted'],
    ['The budget goes to iTurbines.', 'contradicted'],
    // The company’s own name says who is meant; the quote does not say it.
    ['Acme employs 320 people in Bergen.', 'unclear'],
    // Other words altogether.
    ['Best place to work for parents.', 'unclear'],
    ['Siemens employs people in Bergen.', 'unclear'],
  ])('%s is %s', (claim, verdict) => {
    expect(checkClaim(claim, QUOTE, 'Acme Pumps')).toBe(verdict);
  });

  it('does not take German nouns for names', () => {
    expect(checkClaim('Das Unternehmen hat 40 Mitarbeiter.', 'Wir sind 40 Menschen und bauen Pumpen.', 'Acme')).toBe('unclear');
  });

  it('takes a quote as its own claim', () => {
    for (const text of [QUOTE, 'In 2019 we won the 3D-Print Award 2nd class.', '私たちは1990年からポンプを製造しています。'])
      expect(checkClaim(text, text, 'Acme')).toBe('supported');
  });
});
