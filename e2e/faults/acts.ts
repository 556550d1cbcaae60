import { randomUUID } from 'node:crypto';
import { apiPaths, isTerminal, type OrchestrateRequest } from '@coverwright/contracts';
import type { InsistentClient } from './insistent-client.ts';
import type { KnownRun, Ledger } from './ledger.ts';
import type { RunWatch } from './run-watch.ts';

export interface ActParts {
  client: InsistentClient;
  ledger: Ledger;
  watch: RunWatch;
}

const seenWithinMs = 5000;

export async function createApplication({ client }: ActParts, companyName = 'Harrow & Finch'): Promise<string> {
  const { status, body } = await client.insist('POST', apiPaths.applications, { company_name: companyName, job_title: 'Backend Engineer' });
  if (status !== 201) throw new Error(`An application was answered with ${status}.`);
  return String(body.id);
}

/** `clicks`: how often at once, with the same key. `mayFail`: a page that is not there is asked for by name. */
export async function startRun(
  parts: ActParts,
  applicationId: string,
  request: OrchestrateRequest,
  { clicks = 1, mayFail = false } = {},
): Promise<KnownRun> {
  const { client, ledger, watch } = parts;
  const key = randomUUID();
  const post = () => client.insist('POST', apiPaths.orchestrate(applicationId), request, key);
  const answers = await Promise.all(Array.from({ length: clicks }, post));
  const other = answers.find(({ status, body }) => status === 409 && ledger.runs.has(String(body.job_id)));
  if (other !== undefined) {
    // A retry has no key: one whose answer was lost is asked for again, and may have started a run that had failed anew in between.
    await watch.until(String(other.body.job_id), (row) => isTerminal(row.status), seenWithinMs);
    return startRun(parts, applicationId, request, { clicks, mayFail });
  }
  if (clicks > 1) ledger.doubleClicks += 1;
  const ids = new Set(answers.map(({ body }) => String(body.job_id)));
  for (const { status, body } of answers) if (status !== 202) ledger.surprises.push(`orchestrate: ${status} ${JSON.stringify(body)}`);
  if (ids.size > 1) ledger.surprises.push(`one key, two runs: ${[...ids].join(', ')}`);
  const run: KnownRun = { jobId: String(answers[0]?.body.job_id), applicationId, told: 'accepted', mayFail };
  ledger.runs.set(run.jobId, run);
  return run;
}

/** False when the run had ended before. */
export async function cancelRun({ client, ledger, watch }: ActParts, run: KnownRun): Promise<boolean> {
  const { status, body } = await client.insist('POST', apiPaths.cancel(run.jobId));
  if (ledger.deleted.has(run.applicationId)) return false;
  ledger.cancels += 1;
  if (status === 202) run.told = 'cancelled';
  // A cancel whose answer was lost is refused when it is asked for again.
  else if (body.code !== 'JOB_NOT_CANCELLABLE') ledger.surprises.push(`cancel: ${status} ${JSON.stringify(body)}`);
  const ended = await watch.until(run.jobId, (row) => isTerminal(row.status), seenWithinMs);
  if (!ended && !ledger.deleted.has(run.applicationId)) {
    ledger.surprises.push(`cancel: ${status}, and ${run.jobId} goes on: ${JSON.stringify(watch.latest.get(run.jobId))}`);
  }
  return status === 202;
}

export async function retryRun({ client, ledger, watch }: ActParts, run: KnownRun): Promise<void> {
  const before = watch.latest.get(run.jobId)?.generation ?? 0;
  const { status, body } = await client.insist('POST', apiPaths.retry(run.jobId));
  ledger.retries += 1;
  // The same again: the first retry was heard, and the run has succeeded since.
  if (status !== 202 && body.code !== 'JOB_NOT_RETRYABLE') ledger.surprises.push(`retry: ${status} ${JSON.stringify(body)}`);
  run.told = 'accepted';
  if (!(await watch.until(run.jobId, ({ generation }) => generation > before, seenWithinMs))) {
    ledger.surprises.push(`retry: ${status}, and ${run.jobId} did not begin again`);
  }
}

/** Deletes an application, whatever is going on in it; nothing of it may be found afterwards. */
export async function deleteApplication({ client, ledger, watch }: ActParts, applicationId: string): Promise<void> {
  ledger.deleted.add(applicationId);
  const { status, body } = await client.insist('DELETE', apiPaths.application(applicationId));
  // One whose answer was lost finds nothing when it is asked for again.
  if (status !== 204 && body.code !== 'NOT_FOUND') ledger.surprises.push(`delete: ${status} ${JSON.stringify(body)}`);
  watch.forget(applicationId);
  const runs = [...ledger.runs.values()].filter((run) => run.applicationId === applicationId);
  const gone = [
    apiPaths.application(applicationId),
    apiPaths.applicationDocuments(applicationId),
    apiPaths.researchNotes(applicationId),
    ...runs.map(({ jobId }) => apiPaths.orchestration(jobId)),
  ];
  for (const path of gone) {
    const answer = await client.insist('GET', path);
    if (answer.status !== 404) ledger.surprises.push(`${path} of a deleted application: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** A person's edit of the newest version, when there is one. It has no key, so it is sent once. */
export async function editLetter({ client, ledger }: ActParts, applicationId: string): Promise<void> {
  const list = await client.insist('GET', apiPaths.applicationDocuments(applicationId));
  const [newest] = list.body.items as { version: number }[];
  if (newest === undefined) return;
  const content = `Dear team,\n\nI changed this myself (${randomUUID()}).\n\nKind regards,\nNora Lindqvist\n`;
  const body = { document_type: 'cover_letter', content, parent_version: newest.version };
  const answer = await client.ask('POST', apiPaths.applicationDocuments(applicationId), body);
  if (answer !== null && answer.status !== 201 && answer.status < 500) {
    ledger.surprises.push(`edit: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  ledger.edits.push({ applicationId, content, confirmed: answer?.status === 201 });
}
