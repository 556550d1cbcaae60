import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const early = fileURLToPath(new URL('../src/early.ts', import.meta.url));

/** Names in the page what is needed first, so that the browser fetches it at once and side by side. */
export const loadEarly: Plugin = {
  name: 'load-early',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: early, name: 'early' });
  },
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const addressOf = (name: string) => `/${chunks.find((chunk) => chunk.name === name)?.fileName ?? ''}`;
      return {
        // The look of the page and what stands in it already come before its code.
        html: html.replace('<script type="module"', '<script type="module" fetchpriority="low"'),
        tags: [
          { tag: 'script', attrs: { type: 'module', fetchpriority: 'low', src: addressOf('early') }, injectTo: 'head' },
          { tag: 'link', attrs: { rel: 'modulepreload', fetchpriority: 'low', href: addressOf('base') }, injectTo: 'head' },
        ],
      };
    },
  },
};
