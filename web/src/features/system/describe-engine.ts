import type { Engine } from '@coverwright/contracts';

/** Which engine writes the letters, in a word or two for the head of every page. */
export function describeEngine(engine: Engine | undefined): { words: string; tone: 'good' | 'plain' | 'bad' } {
  if (engine === undefined) return { words: 'asking …', tone: 'plain' };
  if (engine.provider === 'offline') return { words: 'no model, built-in composer', tone: 'plain' };
  if (!engine.reachable || engine.model === null) return { words: 'model not reachable', tone: 'bad' };
  return { words: engine.model, tone: 'good' };
}
