import {
  apiPaths,
  type Application,
  type JobStage,
  type OrchestrateAnswer,
  type Orchestration,
  type ResearchNote,
  type Resume,
} from '@coverwright/contracts';
import type { ApiClient } from '../../draft/api-client.ts';
import { followRun } from '../../draft/follow-run.ts';
import { UserError } from '../../process/user-error.ts';

/** The names under which the company's site is to be found inside; each is a site of its own with its own turn. */
const companies = Array.from({ length: 6 }, (_, index) => `company-${index}`);
const lookEveryMs = 100;

export interface StartedRun {
  applicationId: string;
  jobId: string;
}

export const saveSampleResume = async (api: ApiClient): Promise<void> => {
  const { sample } = await api.request<Resume>('GET', apiPaths.resume);
  await api.request('PUT', apiPaths.resume, { content: sample });
};

/** Asks for a letter with research for a new application. `index` picks one of the company's sites; null: no address is known. */
export const startRun = async (api: ApiClient, index: number | null): Promise<StartedRun> => {
  const { id } = await api.request<Application>('POST', apiPaths.applications, {
    company_name: index === null ? 'Wendlemark Cartography' : `Wendlemark Cartography ${index}`,
    job_title: 'Backend Engineer',
    ...(index === null ? {} : { company_url: `http://${companies[index % companies.length]}:8080/` }),
  });
  const { job_id } = await api.request<OrchestrateAnswer>('POST', apiPaths.orchestrate(id), { action: 'research_then_write' });
  return { applicationId: id, jobId: job_id };
};

export const startRuns = (api: ApiClient, count: number): Promise<StartedRun[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => startRun(api, index)));

/** Resolves when all have their letter; one that ends otherwise is a failure. */
export const finishRuns = async (api: ApiClient, runs: StartedRun[], signal: AbortSignal): Promise<void> => {
  const ends = await Promise.all(runs.map(({ jobId }) => followRun(api, jobId, () => undefined, signal)));
  const bad = ends.filter(({ status }) => status !== 'success');
  if (bad.length > 0) throw new UserError(`${bad.length} of ${ends.length} runs did not end well: ${JSON.stringify(bad[0])}`);
};

/** Resolves as soon as one of the runs is at the stage. */
export const untilStage = async (api: ApiClient, runs: StartedRun[], stage: JobStage, signal: AbortSignal): Promise<void> => {
  for (;;) {
    signal.throwIfAborted();
    const seen = await Promise.all(runs.map(({ jobId }) => api.request<Orchestration>('GET', apiPaths.orchestration(jobId))));
    if (seen.some((run) => run.stage === stage)) return;
    if (seen.every((run) => run.status === 'success')) throw new UserError(`All runs ended before one was seen at the stage ${stage}.`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
};

export const countNotes = async (api: ApiClient, applicationId: string): Promise<number> =>
  (await api.request<{ items: ResearchNote[] }>('GET', apiPaths.researchNotes(applicationId))).items.length;
