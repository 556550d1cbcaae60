import { fileURLToPath } from 'node:url';

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { compressFiles } from './build/compress-files.ts';
import { holdBudget } from './build/hold-budget.ts';
import { loadEarly } from './build/load-early.ts';

const gateway = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** Every zod schema carries the writer of JSON Schema along; the page never asks for one, and it is 5 kB gzipped of every first load. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  enforce: 'pre',
  resolveId(source, importer) {
    const replaced = /json-schema(-processors)?\.js$/.test(source) && importer?.endsWith('/zod/v4/classic/schemas.js');
    return replaced ? fileURLToPath(new URL('src/lib/no-json-schema.ts', import.meta.url)) : null;
  },
};

const everyView = /\/node_modules\/(react|react-dom|scheduler|@tanstack|zod)\/|\/contracts\/src\/|\/web\/src\/(lib|components)\//;
const someViews = /\/(use)?infiniteQuery(Observer)?\.|\/components\/(markdown|dialog|show-more|choice)|\/(match-path|api-paths)\./i;

export default defineConfig({
  plugins: [withoutJsonSchema, react(), tailwindcss(), loadEarly, holdBudget, compressFiles],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2024',
    // The gateway's policy allows files of its own origin only: no data: addresses, no inline script.
    assetsInlineLimit: 0,
    // What a view needs beside the base is few and small: looking ahead for it would cost more than it saves.
    modulePreload: false,
    // Zod's calls into the part that is left out; missing imports of our own are the type checker's business.
    rolldownOptions: {
      checks: { importIsUndefined: false },
      // One chunk for what every view needs. Its modules run in the order of main.tsx, so that zod is configured before a schema is made.
      output: { codeSplitting: { groups: [{ name: 'base', test: (id) => everyView.test(id) && !someViews.test(id) }] } },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': gateway, '/queues': gateway, '/login': gateway, '/logout': gateway } },
});
