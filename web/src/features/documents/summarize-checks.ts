import type { LetterCheck } from '@coverwright/contracts';

/** The checks of a version in a line: how many passed, and how many a person should look at. */
export function summarizeChecks(checks: readonly LetterCheck[]): string {
  const open = checks.filter(({ passed }) => !passed).length;
  if (open === 0) return `Checks: all ${checks.length} passed`;
  return `Checks: ${checks.length - open} passed, ${open} to look at`;
}
