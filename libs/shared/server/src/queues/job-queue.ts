import { FlowProducer, Queue, type FlowJobNode, type FlowRootParentJob, type JobState, type JobsOptions } from 'bullmq';
import {
  isTerminal,
  jobCatalog,
  jobKinds,
  queueJobId,
  stepCatalog,
  stepKinds,
  type JobKind,
  type JobPayload,
  type StepKind,
} from '@coverwright/contracts';
import type { BackgroundJobEntity } from '../database/entities/background-job.entity.ts';
import { kindsOf } from '../database/repositories/job-rules.ts';
import { traceparent } from '../telemetry/spans.ts';
import { answerMemoKey } from '../worker/answer-memo.ts';
import { connected, connectFailFast, type ProductRedis } from './redis.ts';
import { soon } from './soon.ts';

export type NodeState = JobState | 'unknown';
/** What the queue says of each step of a run; `unreachable` when it cannot be asked. */
export type QueueView = Partial<Record<StepKind, NodeState>> | 'unreachable';

const day = 24 * 60 * 60;

/** The producer's side of the queues: adds, looks up and removes the flow of a run. Never waits for a Redis that is away. */
export class JobQueue {
  readonly queues: Record<JobKind, Queue>;
  private readonly flows: FlowProducer;

  private constructor(private readonly redis: ProductRedis) {
    // Asking for the version is BullMQ's first command: one that is answered too late, because the start is busy, would fail every later one.
    const options = { connection: redis, prefix: redis.keyPrefix, skipVersionCheck: true };
    this.queues = Object.fromEntries(jobKinds.map((kind) => [kind, new Queue(jobCatalog[kind].queue, options)])) as Record<JobKind, Queue>;
    this.flows = new FlowProducer(options);
    // An unreachable Redis shows in the commands that fail; without a listener it would end the process.
    this.flows.on('error', () => undefined);
    for (const queue of Object.values(this.queues)) queue.on('error', () => undefined);
  }

  static async connect(redisUrl: string): Promise<JobQueue> {
    return new JobQueue(await connected(connectFailFast(redisUrl)));
  }

  /** Adds the flow of this generation; adding it twice is adding it once. Fails within about a second when Redis is away. */
  async enqueue(job: BackgroundJobEntity): Promise<void> {
    await soon(this.flows.add(toFlow(job, this.redis.keyPrefix)));
  }

  /** Reads the child first, then the parent: the other way round a flow that moves meanwhile would look lost. */
  async look(job: BackgroundJobEntity): Promise<QueueView> {
    const view: Partial<Record<StepKind, NodeState>> = {};
    for (const kind of kindsOf(job.action)) {
      view[kind] = await soon<NodeState>(this.queues[kind].getJobState(queueJobId(job.id, job.generation, kind)));
    }
    return view;
  }

  /** The same for people: an unreachable queue is an answer, not an error. Of a run that has ended the queue has nothing to add. */
  async lookOrUnreachable(job: BackgroundJobEntity): Promise<QueueView> {
    if (isTerminal(job.status)) return {};
    return this.look(job).catch((): QueueView => 'unreachable');
  }

  /** Makes a step that was put aside due now. */
  async promote(job: BackgroundJobEntity, kind: StepKind): Promise<void> {
    const node = await soon(this.queues[kind].getJob(queueJobId(job.id, job.generation, kind)));
    if (node !== undefined && (await soon(node.isDelayed()))) await soon(node.promote());
  }

  /**
   * Takes what is left of a generation out of the queue, the parent before its child: a removed child alone would release the parent.
   * A job that a worker holds stays; the fence keeps it from doing harm and it ends by itself.
   */
  async remove(job: BackgroundJobEntity): Promise<void> {
    for (const kind of kindsOf(job.action).reverse()) {
      await this.take(kind, queueJobId(job.id, job.generation, kind));
    }
  }

  /**
   * Takes out whatever is left of runs that are deleted: their jobs carry what was asked for, answers what a model wrote. Returns whether anything is left; a job that a
   * worker holds is, and the worker takes it along when it ends.
   */
  async forget(runs: Pick<BackgroundJobEntity, 'id' | 'generation'>[]): Promise<boolean> {
    let allGone = true;
    for (const { id, generation } of runs) {
      for (let each = generation; each > 0; each -= 1) {
        for (const kind of ['write', 'research'] as const) allGone = (await this.take(kind, queueJobId(id, each, kind))) && allGone;
      }
    }
    if (runs.length > 0) await soon(this.redis.del(runs.map(({ id }) => answerMemoKey(this.redis, id))));
    return allGone;
  }

  /** Drops what ended longer ago than a job is kept for: the queue itself does so only when another one ends. */
  async dropOld(): Promise<void> {
    for (const kind of stepKinds) {
      for (const state of ['completed', 'failed'] as const) await soon(this.queues[kind].clean(day * 1000, 1000, state));
    }
  }

  async counts(): Promise<{ name: string; counts: Record<string, number> }[]> {
    return Promise.all(
      jobKinds.map(async (kind) => ({ name: jobCatalog[kind].queue, counts: await soon(this.queues[kind].getJobCounts()) })),
    );
  }

  /** False when a worker holds the job. */
  private async take(kind: StepKind, id: string): Promise<boolean> {
    const job = await soon(this.queues[kind].getJob(id));
    if (job === undefined) return true;
    if (await soon(job.isActive())) return false;
    await soon(job.remove({ removeChildren: false }));
    return true;
  }

  /** Fails when the queue cannot work now. */
  async ping(): Promise<void> {
    await soon(this.redis.ping());
  }

  async close(): Promise<void> {
    await Promise.allSettled([...Object.values(this.queues).map((queue) => queue.close()), this.flows.close()]);
    this.redis.disconnect();
  }
}

function toFlow(job: BackgroundJobEntity, prefix: string): FlowRootParentJob {
  const nodes = kindsOf(job.action).map((kind): FlowJobNode => ({
    name: stepCatalog[kind].name,
    queueName: stepCatalog[kind].queue,
    prefix,
    data: toPayload(job),
    opts: nodeOptions(job, kind),
  }));
  return nodes.reduce((child, parent) => ({
    ...parent,
    children: [{ ...child, opts: { ...child.opts, failParentOnFailure: true } }],
  })) as FlowRootParentJob;
}

function toPayload(job: BackgroundJobEntity): JobPayload {
  const trace = traceparent();
  const payload = { job_id: job.id, application_id: job.application_id, generation: job.generation, request: job.request };
  return trace === undefined ? payload : { ...payload, traceparent: trace };
}

/** Queue defaults do not reach the nodes of a flow. Children are kept by age: a parent that waits for a removed child fails. */
function nodeOptions(job: BackgroundJobEntity, kind: StepKind): JobsOptions {
  const { attempts, backoff } = stepCatalog[kind];
  return {
    jobId: queueJobId(job.id, job.generation, kind),
    attempts,
    backoff,
    removeOnComplete: { age: day },
    removeOnFail: { age: day },
  };
}
