import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const nothing = fileURLToPath(new URL('../src/lib/no-json-schema.ts', import.meta.url));

/** Parts of `zod/v4/classic/schemas.js` by what stands for them in the page. */
const replacements = [
  // Objects without the compiler of parsers: it needs `eval`, which the content security policy forbids.
  ['core.$ZodObjectJIT.init(', 'core.$ZodObject.init('],
  // What is read here was JSON, and JSON has no cycles to look out for.
  ['core.config({ memoizer: core.memoizer() })', 'undefined'],
] as const;

/** Leaves out of zod what the page never uses and would carry along with every schema: 9 kB gzipped of every first load. */
export const lightenZod: Plugin = {
  name: 'lighten-zod',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    // The writer of JSON Schema: the page only reads with its schemas.
    const isWriter = /json-schema(-processors)?\.js$/.test(source) && importer?.endsWith('/zod/v4/classic/schemas.js');
    return isWriter ? nothing : null;
  },
  transform: {
    filter: { id: /\/zod\/v4\/classic\/schemas\.js$/ },
    handler(code) {
      return replacements.reduce((text, [part, instead]) => {
        if (!text.includes(part)) this.error(`zod has no "${part}" any more: see what web/build/lighten-zod.ts may leave out of it now.`);
        return text.replace(part, instead);
      }, code);
    },
  },
};
