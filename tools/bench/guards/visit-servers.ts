import { loadBuilt } from '../../corpora/load-built.ts';
import { limits, type Visit, type Visited } from './visits.ts';

interface Fetcher {
  PageFetcher: new (options: { allowPrivate: string[]; limits: typeof limits }) => {
    fetch: (url: string, signal: AbortSignal) => Promise<unknown>;
  };
}

// A process of its own, so that the memory is that of reading alone.
const plainly = async ({ url, deadlineMs }: Visit) => (await fetch(url, { signal: AbortSignal.timeout(deadlineMs) })).text();
const guarded = async ({ url, host }: Visit) => {
  const { PageFetcher } = await loadBuilt<Fetcher>('services/researcher/dist/fetch/page-fetcher.js');
  return await new PageFetcher({ allowPrivate: [host], limits }).fetch(url, new AbortController().signal);
};

const visit = async (asked: Visit): Promise<Visited> => {
  const began = performance.now();
  let ended: Visited['ended'] = 'read';
  try {
    await (asked.how === 'plain' ? plainly : guarded)(asked);
  } catch (error) {
    ended = error instanceof Error && error.name === 'TimeoutError' ? 'stopped' : 'refused';
  }
  return { ended, ms: performance.now() - began, rssMb: process.resourceUsage().maxRSS / 1024 };
};

process.on('message', (asked: Visit) => void visit(asked).then((visited) => process.send?.(visited)));
