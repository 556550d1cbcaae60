import { once } from 'node:events';
import type { Orchestration } from '@coverwright/contracts';
import { readEvents } from '../../draft/read-events.ts';
import { openEvents, postWriteOnly } from './gateway-client.ts';

export interface IdleTimes {
  /** Milliseconds from POST to its answer, one a run. */
  answered: number[];
  /** Milliseconds from POST to the event that says the letter is saved. */
  saved: number[];
}

/** One run after the other with nothing else going on, watched through the event stream as the page does. */
export const measureIdle = async (url: string, applicationId: string, warmUp: number, rounds: number): Promise<IdleTimes> => {
  const stream = await openEvents(url, applicationId);
  const successes = watchSuccesses(stream);
  const times: IdleTimes = { answered: [], saved: [] };
  await successes.ready;
  for (let round = -warmUp; round < rounds; round += 1) {
    const success = successes.next();
    const began = performance.now();
    const answer = postWriteOnly(url, applicationId).then(({ job_id }) => ({ job_id, after: performance.now() - began }));
    const [{ job_id, after }, saved] = await Promise.all([answer, success]);
    if (saved.job_id !== job_id) throw new Error('Another run than the one asked for ended.');
    if (round < 0) continue;
    times.answered.push(after);
    times.saved.push(saved.at - began);
  }
  stream.destroy();
  return times;
};

interface Success {
  job_id: string;
  at: number;
}

const watchSuccesses = (stream: AsyncIterable<Uint8Array>) => {
  const seen = new EventTarget();
  const ready = once(seen, 'snapshot');
  const read = async (): Promise<never> => {
    for await (const { event, data } of readEvents(stream)) {
      if (event === 'snapshot') seen.dispatchEvent(new Event('snapshot'));
      if (event !== 'job') continue;
      const { job_id, status } = JSON.parse(data) as Orchestration;
      if (status === 'success') seen.dispatchEvent(new CustomEvent<Success>('success', { detail: { job_id, at: performance.now() } }));
      else if (status === 'failure') throw new Error('A run failed while times were taken.');
    }
    throw new Error('The event stream ended while times were taken.');
  };
  const broken = read();
  broken.catch(() => undefined);
  return {
    ready: Promise.race([ready, broken]),
    next: async (): Promise<Success> => {
      const [event] = (await Promise.race([once(seen, 'success'), broken])) as [CustomEvent<Success>];
      return event.detail;
    },
  };
};
