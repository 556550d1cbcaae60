import type { Corpus } from './corpora.ts';

/**
 * The same messages through the whole product with a model that asks for a run whatever it is told: what was started, and how often the
 * model would have.
 */
export const intentsPath: Corpus = {
  name: 'intents, a model that always starts',
  file: 'intents.jsonl',
  // Its imports are there only after the set-up.
  run: async (folder, context) => (await import('./intents-path/send-utterances.ts')).sendUtterances(folder, context),
};
