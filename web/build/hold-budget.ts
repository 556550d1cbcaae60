import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What the view that loads most may be, and what it may come to with what it fetches by itself when there is a letter. */
const budgets = [
  { what: 'The first load of the application view', chunks: ['application-page'], bytes: 130_000 },
  { what: 'The same with a letter to show', chunks: ['application-page', 'letter-version', 'markdown-body'], bytes: 135_000 },
];

const sizeOf = ({ code }: Rolldown.OutputChunk): number => gzipSync(code, { level: 9 }).length;

/** Fails the build when a view is more JavaScript than it may be. */
export const holdBudget: Plugin = {
  name: 'hold-budget',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
    for (const budget of budgets) {
      const loaded = new Set<Rolldown.OutputChunk>();
      const load = (chunk: Rolldown.OutputChunk | undefined) => {
        if (chunk === undefined || loaded.has(chunk)) return;
        loaded.add(chunk);
        for (const name of chunk.imports) load(chunks.find(({ fileName }) => fileName === name));
      };
      chunks.filter(({ isEntry }) => isEntry).forEach(load);
      for (const name of budget.chunks) {
        const chunk = chunks.find((each) => each.name === name);
        if (chunk === undefined)
          this.error(`There is no chunk "${name}" any more: say in web/build/hold-budget.ts what the view loads now.`);
        load(chunk);
      }
      const bytes = [...loaded].reduce((sum, chunk) => sum + sizeOf(chunk), 0);
      const words = `${budget.what} is ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip); ${budget.bytes / 1000} kB are allowed.`;
      if (bytes > budget.bytes) this.error(`${words} Load lazily what is not seen at once, or drop it.`);
      this.info(words);
    }
  },
};
