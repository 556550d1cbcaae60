import { apiPaths, type Application, type DocumentWithContent, type OrchestrateAnswer, type Orchestration } from '@coverwright/contracts';
import { UserError } from '../process/user-error.ts';
import type { ApiClient } from './api-client.ts';
import { followRun } from './follow-run.ts';
import { showProgress } from './show-progress.ts';

export interface LetterRequest {
  company: string;
  title: string;
  urls: string[];
  jobUrl: string | null;
  jobDescription: string | null;
  /** Becomes the base resume before the run. */
  resume: string | null;
}

export interface DraftedLetter {
  orchestration: Orchestration;
  document: DocumentWithContent;
}

/** The whole job over REST: application, run, letter. Throws `UserError` with the run's own reason when it fails. */
export const draftLetter = async (api: ApiClient, request: LetterRequest, signal: AbortSignal): Promise<DraftedLetter> => {
  if (request.resume !== null) await api.request('PUT', apiPaths.resume, { content: request.resume });
  const application = await api.request<Application>('POST', apiPaths.applications, {
    company_name: request.company,
    job_title: request.title,
    ...(request.urls[0] ? { company_url: request.urls[0] } : {}),
    ...(request.jobUrl ? { job_url: request.jobUrl } : {}),
    ...(request.jobDescription ? { job_description: request.jobDescription } : {}),
  });
  const { job_id } = await api.request<OrchestrateAnswer>('POST', apiPaths.orchestrate(application.id), {
    action: 'research_then_write',
    ...(request.urls.length > 0 ? { urls: request.urls } : {}),
  });
  const progress = showProgress(process.stderr);
  try {
    const orchestration = await followRun(api, job_id, progress.show, signal);
    return { orchestration, document: await readDocument(api, orchestration) };
  } catch (error) {
    if (signal.aborted) await cancel(api, job_id);
    throw error;
  } finally {
    progress.end();
  }
};

const readDocument = (api: ApiClient, { status, error, result }: Orchestration): Promise<DocumentWithContent> => {
  if (status === 'cancelled') throw new UserError('The run was cancelled, so there is no letter.');
  if (error) throw new UserError(`${error.message}\n${error.hint}`);
  if (!result || !('document_id' in result)) throw new UserError('The run ended without a letter and without a reason. Its log says more.');
  return api.request<DocumentWithContent>('GET', apiPaths.document(result.document_id));
};

const cancel = async (api: ApiClient, jobId: string): Promise<void> => {
  const said = await api.request('POST', apiPaths.cancel(jobId)).then(
    () => 'Cancelled.',
    (error: unknown) => `The run could not be cancelled: ${(error as Error).message}`,
  );
  console.error(said);
};
