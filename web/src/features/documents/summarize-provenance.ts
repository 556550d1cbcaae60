import type { SentenceProvenance } from '@coverwright/contracts';

/** How much of a letter has a source, in a line. Framing (greeting, thanks) claims nothing and is not counted. */
export function summarizeProvenance(provenance: readonly SentenceProvenance[]): string {
  const grounded = provenance.filter((sentence) => sentence.status === 'grounded').length;
  const unsupported = provenance.filter((sentence) => sentence.status === 'unsupported').length;
  const claims = grounded + unsupported;
  if (claims === 0) return 'No sentence of this version makes a claim.';
  if (unsupported === 0)
    return claims === 1 ? 'The one sentence with a claim has a source.' : `All ${claims} sentences with claims have a source.`;
  return `${grounded} of ${claims} sentences with claims have a source; ${unsupported} ${unsupported === 1 ? 'has' : 'have'} none.`;
}
