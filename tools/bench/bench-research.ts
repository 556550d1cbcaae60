import { apiPaths, isTerminal, type Orchestration, type OrchestrateAnswer } from '@coverwright/contracts';
import { startProduct, type RunningProduct } from '../product/start-product.ts';
import type { BenchContext } from './benches.ts';
import { percentile } from './flow/percentile.ts';
import { startPacedSite, type PacedSite } from './research/paced-site.ts';

const answerMs = 200;
const pages = 8;
/** What the product leaves between two requests to one public host; hosts of one's own are spared it. */
const pauseMs = 250;
const rounds = 5;
const goalMs = 150;
const lookEveryMs = 20;

interface Round {
  runMs: number;
  siteMs: number;
  requests: number;
}

/** How long a run over eight pages takes, against the time in which the site was answering: the rest is our own. */
export const benchResearch = async ({ guardian, signal, say }: BenchContext): Promise<void> => {
  // A site of its own for every round: a page that was read lately would not be fetched again.
  const sites = await Promise.all(Array.from({ length: rounds + 1 }, () => startPacedSite(answerMs)));
  let product: RunningProduct | null = null;
  try {
    const allowed = sites.map((site) => site.host).join(',');
    const env = { SEARXNG_URL: '', LLM_PROVIDER: 'offline', RESEARCH_MAX_PAGES: String(pages), RESEARCH_ALLOW_PRIVATE: allowed };
    product = await startProduct(guardian, signal, env, ['writer']);
    const { url } = product;
    const [, ...measured] = await oneAfterTheOther(sites, (site) => measure(url, site));
    const again = await measure(url, sites[0] as PacedSite);
    sayFigures(say, measured, again);
  } finally {
    await product?.stop();
    for (const site of sites) site.close();
  }
};

const measure = async (url: string, site: PacedSite): Promise<Round> => {
  const [busyBefore, asked] = [site.busyMs(), site.requests.length];
  const application = await send<{ id: string }>(url + apiPaths.applications, {
    company_name: 'Fernhill Optics',
    job_title: 'Lens designer',
    company_url: site.url,
  });
  const { job_id } = await send<OrchestrateAnswer>(url + apiPaths.orchestrate(application.id), { action: 'research_only' });
  const run = await ended(url, job_id);
  const read = run.sources.filter(({ outcome }) => outcome === 'fetched' || outcome === 'cached').length;
  if (run.status !== 'success' || read !== pages) throw new Error(`A run of the bench read ${read} pages and ended as ${run.status}.`);
  return {
    runMs: Date.parse(run.finished_at ?? '') - Date.parse(run.started_at ?? ''),
    siteMs: site.busyMs() - busyBefore,
    requests: site.requests.length - asked,
  };
};

const send = async <T>(url: string, body: object): Promise<T> => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The gateway answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
};

const ended = async (url: string, jobId: string): Promise<Orchestration> => {
  for (;;) {
    const run = (await (await fetch(url + apiPaths.orchestration(jobId))).json()) as Orchestration;
    if (isTerminal(run.status)) return run;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
};

const oneAfterTheOther = async <T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
};

const sayFigures = (say: (line: string) => void, measured: Round[], again: Round): void => {
  const median = (of: (round: Round) => number) => percentile(measured.map(of), 0.5);
  const own = median(({ runMs, siteMs }) => (runMs - siteMs) / pages);
  const requests = median((round) => round.requests);
  const limit = requests * answerMs;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  say(`research: ${seconds(median(({ runMs }) => runMs))} for ${pages} pages at ${answerMs} ms each (median of ${measured.length} runs)`);
  say(
    `research: politeness limit ${seconds(limit)}: ${requests} requests (robots.txt among them), one at a time per host; a public host also gets ${pauseMs} ms of rest after each, ${seconds(limit + requests * pauseMs)} in all`,
  );
  say(`research: our own ${own.toFixed(0)} ms a page (goal at most ${goalMs} ms: ${own <= goalMs ? 'reached' : 'missed'})`);
  say(`research: ${seconds(again.runMs)} when the same pages were read before (requests: ${again.requests})`);
};
