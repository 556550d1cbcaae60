import type { LetterCheck } from '@coverwright/contracts';

/** Why a letter says nothing that research has found, or null when it does, or when the version does not know. */
export function findMissingResearch(checks: readonly LetterCheck[]): string | null {
  const check = checks.find(({ name }) => name === 'research_used');
  return check === undefined || check.passed ? null : check.detail;
}
