import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { chunkGroups } from './build/chunk-groups.ts';
import { compressFiles } from './build/compress-files.ts';
import { holdBudget } from './build/hold-budget.ts';
import { lightenZod } from './build/lighten-zod.ts';
import { looksFirst, loadEarly } from './build/load-early.ts';

const gateway = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  plugins: [lightenZod, react(), tailwindcss(), looksFirst, loadEarly, holdBudget, compressFiles],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2024',
    // Browsers since spring 2024 know `light-dark()`; made over for older ones it would not follow the person's choice.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The gateway's policy allows files of its own origin only: no data: addresses, no inline script.
    assetsInlineLimit: 0,
    // Every browser that runs this code knows modulepreload.
    modulePreload: { polyfill: false },
    // Zod's calls into the part that is left out; missing imports of our own are the type checker's business.
    rolldownOptions: {
      checks: { importIsUndefined: false },
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': gateway, '/queues': gateway, '/login': gateway, '/logout': gateway } },
});
