// node run-engine.mjs ENGINE FOLDER ROOT: reads every page with one engine and prints one line of JSON a page, then the costs. Plain
// JavaScript, and nothing but the engine in the process, so that what is measured is the engine's own memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [, , engine = '', folder = '', root = ''] = process.argv;
/** The first rounds are for the engine's code to be compiled. */
const rounds = { warmUp: 2, measured: 2 };

const engines = {
  coverwright: async () => {
    const file = join(root, 'services/researcher/dist/extract/extract-page.js');
    const { extractPage } = await import(pathToFileURL(file).href);
    return (html, url) => extractPage(html, url).content;
  },
  'readability + jsdom': async () => {
    const { Readability } = await import('@mozilla/readability');
    const { JSDOM, VirtualConsole } = await import('jsdom');
    return (html, url) => {
      const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
      const text = new Readability(dom.window.document).parse()?.textContent ?? '';
      dom.window.close();
      return text;
    };
  },
  'readability + linkedom': async () => {
    const { Readability } = await import('@mozilla/readability');
    const { parseHTML } = await import('linkedom');
    return (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? '';
  },
  defuddle: async () => {
    const { Defuddle } = await import('defuddle/node');
    const { parseHTML } = await import('linkedom');
    // It logs what it cannot read of a page's structured data.
    console.error = console.warn = () => {};
    return async (html, url) => {
      const { content } = await Defuddle(parseHTML(html).document, url);
      return parseHTML(`<body>${content.replaceAll('<', ' <')}</body>`).document.body.textContent ?? '';
    };
  },
};

const read = await engines[engine]();
const pages = Object.entries(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
let cpu = 0;
for (let round = 0; round < rounds.warmUp + rounds.measured; round += 1) {
  for (const [id, { url }] of pages) {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString();
    const before = process.cpuUsage();
    let [text, failed] = ['', false];
    try {
      text = await read(html, url);
    } catch {
      failed = true;
    }
    const { user, system } = process.cpuUsage(before);
    if (round >= rounds.warmUp) cpu += (user + system) / 1000;
    if (round === 0) process.stdout.write(`${JSON.stringify({ id, text, failed })}\n`);
  }
}
const cpuMs = cpu / (pages.length * rounds.measured);
process.stdout.write(`${JSON.stringify({ cpuMs, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`);
