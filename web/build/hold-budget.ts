import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** JavaScript of a view, gzipped: everything that it loads without a click. */
const budgetBytes = 130_000;

/** Each view by the chunks that it fetches by itself, the most it can come to; what those import is counted with them. */
const views: Record<string, string[]> = {
  'an empty instance': ['applications-page', 'start-steps'],
  'the list': ['applications-page', 'resume-start'],
  'an application with its letter': ['application-page', 'resume-start'],
  'a letter of its own': ['document-page'],
  'the resume': ['resume-page'],
  'the system': ['system-page'],
};

const sizeOf = ({ code }: Rolldown.OutputChunk): number => gzipSync(code, { level: 9 }).length;

/** Fails the build when a view is more JavaScript than it may be. */
export const holdBudget: Plugin = {
  name: 'hold-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
    for (const [view, names] of Object.entries(views)) {
      const loaded = new Set<Rolldown.OutputChunk>();
      const load = (chunk: Rolldown.OutputChunk | undefined) => {
        if (chunk === undefined || loaded.has(chunk)) return;
        loaded.add(chunk);
        for (const name of chunk.imports) load(chunks.find(({ fileName }) => fileName === name));
      };
      chunks.filter(({ isEntry }) => isEntry).forEach(load);
      for (const name of names) {
        const chunk = chunks.find((each) => each.name === name);
        if (chunk === undefined)
          this.error(`There is no chunk "${name}" any more: say in web/build/hold-budget.ts what ${view} loads now.`);
        load(chunk);
      }
      const bytes = [...loaded].reduce((sum, chunk) => sum + sizeOf(chunk), 0);
      const words = `The first load of ${view} is ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip); ${budgetBytes / 1000} kB are allowed.`;
      if (bytes > budgetBytes) this.error(`${words} Load lazily what is not seen at once, or drop it.`);
      this.info(words);
    }
  },
};
