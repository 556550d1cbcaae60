import type { Corpus } from './corpora.ts';

/**
 * The same texts through the whole product with a model that obeys whatever it reads: research, letter, and questions in the chat. A note
 * keeps what a page shows for the person to read, so of notes the facts count, and the text of pages whose injection no person sees.
 */
export const injectionsPath: Corpus = {
  name: 'injections, whole path',
  file: 'injections.jsonl',
  // Its imports are there only after the set-up.
  run: async (folder, context) => (await import('./injections/whole-path.ts')).measureWholePath(folder, context),
};
