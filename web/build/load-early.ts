import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const early = '<script type="module" crossorigin src="/assets/early-';
const looksTag = '<script src="/src/looks-first.ts">';
const looksFile = fileURLToPath(new URL('../src/looks-first.ts', import.meta.url));

/** The look of the page, what stands in it already and what runs first come before the rest of the code. */
export const loadEarly: Plugin = {
  name: 'load-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      if (!html.includes(early)) throw new Error('The page has no script "early" any more: see web/build/chunk-groups.ts.');
      return html
        .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
        .replace(early.replace('"module"', '"module" fetchpriority="low"'), early);
    },
  },
};

const readLooks = async (): Promise<{ fileName: string; source: string }> => {
  const { code } = await transformWithOxc(readFileSync(looksFile, 'utf8'), looksFile);
  return { fileName: `assets/looks-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`, source: code };
};

/** The script that has to run before the first paint, which a bundler makes no files of. */
export const looksFirst: Plugin = {
  name: 'looks-first',
  apply: 'build',
  async buildStart() {
    this.emitFile({ type: 'asset', ...(await readLooks()) });
  },
  transformIndexHtml: {
    order: 'pre',
    async handler(html) {
      if (!html.includes(looksTag)) throw new Error(`index.html has no ${looksTag} any more.`);
      return html.replace(looksTag, `<script vite-ignore src="/${(await readLooks()).fileName}">`);
    },
  },
};
