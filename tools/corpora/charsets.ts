import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

type CharsetOf = (bytes: Buffer, contentType: string, format: string) => string;

const FILES = ['tests1.dat', 'tests2.dat', 'test-yahoo-jp.dat'];

/** The html5lib cases of what a page says about its charset. They take windows-1252 for granted where we look at the bytes first. */
export const charsets: Corpus = {
  name: 'charsets',
  file: 'security/html/encoding/tests1.dat',
  run: async (folder) => {
    const { charsetOf } = await loadBuilt<{ charsetOf: CharsetOf }>('services/researcher/dist/fetch/decode-text.js');
    const texts = await Promise.all(FILES.map((file) => readFile(join(folder, 'security/html/encoding', file), 'latin1')));
    const cases = texts.flatMap((text) => [...text.matchAll(/^#data\n([^]*?)\n#encoding\n(\S+)/gm)]);
    const right = cases.filter(([, page = '', expected = '']) => {
      const found = charsetOf(Buffer.from(page, 'latin1'), 'text/html', 'html').toLowerCase();
      return found === expected.toLowerCase() || (found === 'utf-8' && expected.toLowerCase() === 'windows-1252');
    });
    return `${right.length} of ${cases.length} right`;
  },
};
