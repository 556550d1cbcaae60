import { Agent, request } from 'undici';
import { z } from 'zod';
import { readBody } from '../fetch/read-body.ts';
import type { SearchResult } from './rank-results.ts';

export interface WebSearch {
  /** The operator's SearXNG, like the model server a machine of their own; what it names is fetched with the guards of any page. */
  searxngUrl: string;
  deadlineMs?: number;
}

/** The search could not be asked; `message` is a sentence for the person. */
export class SearchFailed extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'SearchFailed';
  }
}

const DEADLINE_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_RESULTS = 30;
const answerSchema = z.object({ results: z.array(z.unknown()) });
const resultSchema = z.object({ url: z.string(), title: z.string().catch(''), content: z.string().catch('') });

/** Asks SearXNG for pages about a company. @throws SearchFailed, or the signal's reason when aborted. */
export async function searchWeb(words: string, search: WebSearch, signal: AbortSignal): Promise<SearchResult[]> {
  const url = new URL(search.searxngUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/search`;
  url.search = new URLSearchParams({ q: words, format: 'json', safesearch: '1' }).toString();
  const agent = new Agent({ pipelining: 0 });
  const deadline = AbortSignal.timeout(search.deadlineMs ?? DEADLINE_MS);
  try {
    const text = await read(url, agent, AbortSignal.any([signal, deadline]));
    return resultsOf(text);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SearchFailed) throw error;
    const why = deadline.aborted ? 'it did not answer in time' : 'it cannot be reached';
    throw new SearchFailed(`The web search gave nothing: ${why}.`, { cause: error });
  } finally {
    // Closes whatever is still open; there is nothing left to wait for.
    void agent.destroy();
  }
}

async function read(url: URL, agent: Agent, signal: AbortSignal): Promise<string> {
  const answer = await request(url, { dispatcher: agent, signal, headers: { accept: 'application/json' } });
  answer.body.on('error', () => undefined);
  if (answer.statusCode === 403) throw new SearchFailed('The web search gave nothing: SearXNG has its JSON format switched off.');
  if (answer.statusCode !== 200) throw new SearchFailed(`The web search gave nothing: it answered ${answer.statusCode}.`);
  const contentEncoding = String(answer.headers['content-encoding'] ?? '');
  const bytes = await readBody(answer.body, { contentEncoding, maxBytes: MAX_BYTES, tooLarge: 'fail', onBytes: () => undefined });
  return bytes.toString('utf8');
}

function resultsOf(text: string): SearchResult[] {
  const answer = answerSchema.safeParse(parse(text));
  if (!answer.success) throw new SearchFailed('The web search gave nothing: its answer was not understood.');
  return answer.data.results.slice(0, MAX_RESULTS).flatMap((result) => resultSchema.safeParse(result).data ?? []);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema says so.
    return null;
  }
}
