import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import { isIP, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

interface UrlCase {
  input: string;
  href?: string;
}

interface Fetcher {
  PageFetcher: new (options: { allowPrivate: string[]; resolve: (name: string) => Promise<string[]> }) => {
    fetch: (url: string, signal: AbortSignal) => Promise<unknown>;
  };
}

interface Gate {
  gateUrl: (url: string) => URL;
}

/** URL spellings nobody here wrote, as addresses to research while every name leads into a private network: none may be connected to. */
export const hostileUrls: Corpus = {
  name: 'hostile-urls',
  file: 'security/url/urltestdata.json',
  run: async (folder) => {
    const { PageFetcher } = await loadBuilt<Fetcher>('services/researcher/dist/fetch/page-fetcher.js');
    const { gateUrl } = await loadBuilt<Gate>('services/researcher/dist/fetch/gate-url.js');
    const cases = await readCases(join(folder, 'security/url'));
    const fetcher = new PageFetcher({
      allowPrivate: [],
      resolve: async (name) => [name.length % 2 === 0 ? '127.0.0.1' : '169.254.169.254'],
    });
    const tried: string[] = [];
    const note = (message: unknown) =>
      void (message as { socket: Socket }).socket.once('connectionAttempt', (address: string) => tried.push(address));
    const codes = new Map<string, number>();
    let otherwise = 0;
    subscribe('net.client.socket', note);
    let isPublic = 0;
    for (const { input, href } of cases) {
      const passed = passes(gateUrl, input);
      // Nobody is to hear from a measurement.
      if (passed !== null && isIP(new URL(passed).hostname) !== 0) {
        isPublic += 1;
        continue;
      }
      const code = await fetcher.fetch(input, AbortSignal.timeout(10_000)).then(
        () => 'read',
        (error: { name?: string; code?: string }) => (error.name === 'FetchRefused' ? (error.code ?? 'none') : `${error.name}`),
      );
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (href !== undefined && passed !== null && passed !== plain(href)) otherwise += 1;
    }
    unsubscribe('net.client.socket', note);
    const refused = [...codes].filter(([code]) => /^(URL|HOST|ADDRESS)_/.test(code)).reduce((sum, [, times]) => sum + times, 0);
    const kinds = [...codes].toSorted(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`); // prettier-ignore
    return `${refused} of ${cases.length - isPublic} refused with a code, connections tried: ${tried.join(', ') || 'none'}, ${otherwise} let on to the address check otherwise than the standard reads them (${kinds.join(', ')})`;
  },
};

const readCases = async (folder: string): Promise<UrlCase[]> => {
  const read = async (file: string) =>
    JSON.parse(await readFile(join(folder, file), 'utf8')) as (string | { input: string; base?: string | null; href?: string })[];
  const entries = async (file: string) => (await read(file)).filter((entry) => typeof entry !== 'string');
  const urls = [...(await entries('urltestdata.json')), ...(await entries('ada_extra_urltestdata.json'))];
  const names = [...(await entries('toascii.json')), ...(await entries('IdnaTestV2.json'))];
  return [
    // What is relative to a base is no address by itself, and is to be refused as such.
    ...urls.map(({ input, base, href }) => (base ? { input } : { input, href })),
    ...names.map(({ input }) => ({ input: `http://${input}/` })),
  ];
};

const passes = (gateUrl: Gate['gateUrl'], input: string): string | null => {
  try {
    return gateUrl(input).href;
  } catch {
    return null;
  }
};

/** Without what the fetcher drops: the fragment, and the dot at the end of a name. */
const plain = (href: string): string => {
  const url = new URL(href);
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  return url.href;
};
