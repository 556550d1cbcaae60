import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const early = '<script type="module" crossorigin src="/assets/early-';
const coloursTag = '<script src="/src/colours-first.ts">';
const coloursFile = fileURLToPath(new URL('../src/colours-first.ts', import.meta.url));

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

const readColours = async (): Promise<{ fileName: string; source: string }> => {
  const { code } = await transformWithOxc(readFileSync(coloursFile, 'utf8'), coloursFile);
  return { fileName: `assets/colours-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`, source: code };
};

/** The script that has to run before the first paint, which a bundler makes no files of. */
export const coloursFirst: Plugin = {
  name: 'colours-first',
  apply: 'build',
  async buildStart() {
    this.emitFile({ type: 'asset', ...(await readColours()) });
  },
  transformIndexHtml: {
    order: 'pre',
    async handler(html) {
      if (!html.includes(coloursTag)) throw new Error(`index.html has no ${coloursTag} any more.`);
      return html.replace(coloursTag, `<script vite-ignore src="/${(await readColours()).fileName}">`);
    },
  },
};
