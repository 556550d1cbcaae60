import { setTimeout as pause } from 'node:timers/promises';
import { cpuTotal } from './drive.ts';
import type { ScaledStack } from './scaled-stack.ts';

const lookMs = 2000;
/** Of one processor, for each stack: what it needs while nobody asks it for anything is less. */
const idleShare = 0.05;
const mostMs = 180_000;

/** Resolves, with the seconds it took, when the stacks have done what they do once after a start: that would be measured with what is asked of them. */
export const settle = async (subjects: { stack: ScaledStack }[], signal: AbortSignal): Promise<number> => {
  const began = performance.now();
  const used = () => subjects.reduce((sum, { stack }) => sum + cpuTotal(stack.cpu()), 0);
  for (let before = used(); performance.now() - began < mostMs; before = used()) {
    await pause(lookMs, undefined, { signal });
    if (used() - before < lookMs * idleShare * subjects.length) break;
  }
  return (performance.now() - began) / 1000;
};
