import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

type ExtractPage = (html: string, url: string) => unknown;

/** Enough text around a case for the page to be read as an article. */
const paragraphs = '<p>Acme builds pumps for hospitals in Bergen, which is what this page is about.</p>'.repeat(20);

/** The parser tests of the standard's own suite, bare and within an article: reading must end, in text or in a refusal that says why. */
export const htmlCases: Corpus = {
  name: 'html cases',
  file: 'security/html/tree-construction',
  run: async (folder) => {
    const { extractPage } = await loadBuilt<{ extractPage: ExtractPage }>('services/researcher/dist/extract/extract-page.js');
    const cases = [...(await treeCases(folder)), ...(await tokenizerCases(folder))];
    let [refused, crashed, longest] = [0, 0, 0];
    for (const html of cases.flatMap((markup) => [markup, `${paragraphs}${markup}${paragraphs}`])) {
      const began = performance.now();
      try {
        extractPage(html, 'https://acme.example/news/one-case-of-many');
      } catch (error) {
        if (error instanceof Error && error.name === 'ExtractFailed') refused += 1;
        else {
          crashed += 1;
          console.error(`html cases: ${JSON.stringify(html.slice(0, 200))} ended in ${String(error)}`);
        }
      }
      longest = Math.max(longest, performance.now() - began);
    }
    return `${cases.length} cases read twice, ${crashed} crashed, ${refused} refused, the slowest took ${longest.toFixed(0)} ms`;
  },
};

const treeCases = async (folder: string): Promise<string[]> => {
  const files = await filesUnder(join(folder, 'security/html/tree-construction'), '.dat');
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) =>
    Array.from(`\n${text}`.matchAll(/\n#data\n([\s\S]*?)\n#(?:errors|new-errors|document)/g), ([, data = '']) => data),
  );
};

const tokenizerCases = async (folder: string): Promise<string[]> => {
  const files = await filesUnder(join(folder, 'security/html/tokenizer'), '.test');
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) => {
    const { tests = [] } = JSON.parse(text) as { tests?: { input: string; doubleEscaped?: boolean }[] };
    return tests.map(({ input, doubleEscaped }) => (doubleEscaped ? (JSON.parse(`"${input.replaceAll('"', '\\"')}"`) as string) : input));
  });
};

const filesUnder = async (folder: string, ending: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
};
