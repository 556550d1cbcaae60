import { Inject, Injectable } from '@nestjs/common';
import { JobQueue, JobRepository, seriesName } from '@coverwright/server';
import { EventFeed } from '../events/event-feed.ts';
import { Parts } from '../system/parts.ts';
import type { Gauge } from './write-exposition.ts';

/** What is measured at the moment somebody asks. A part that does not answer is missing, and `coverwright_part_up` says which. */
@Injectable()
export class Gauges {
  constructor(
    @Inject(Parts) private readonly parts: Parts,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(EventFeed) private readonly feed: EventFeed,
  ) {}

  async read(): Promise<Gauge[]> {
    const [database, queue, storage] = await Promise.all([this.parts.database(), this.parts.queue(), this.parts.storage()]);
    const counts = queue.ok ? await this.queue.counts().catch(() => []) : [];
    const open = database.ok ? await this.jobs.countOpen() : [];
    const up = Object.entries({ database, queue, storage }).map(([part, { ok }]) => [part, ok ? 1 : 0] as const);
    return [
      gauge('coverwright_part_up', 'Whether a part can do its work: 1 or 0.', 'part', up),
      {
        name: 'coverwright_queue_jobs',
        help: 'Jobs in the queues, by state.',
        values: Object.fromEntries(
          counts.flatMap(({ name, counts: states }) =>
            Object.entries(states).map(([state, count]) => [seriesName('coverwright_queue_jobs', { queue: name, state }), count]),
          ),
        ),
      },
      gauge(
        'coverwright_runs_open',
        'Runs that have not ended.',
        'status',
        open.map(({ status, count }) => [status, count]),
      ),
      gauge(
        'coverwright_runs_open_oldest_seconds',
        'Age of the oldest run that has not ended.',
        'status',
        open.map(({ status, oldestMs }) => [status, oldestMs / 1000]),
      ),
      single('coverwright_event_stream_clients', 'Open event streams of this gateway.', this.feed.watchers),
      single('process_resident_memory_bytes', 'Resident memory of this gateway.', process.memoryUsage.rss()),
      single('process_start_time_seconds', 'When this gateway was started, in seconds since 1970.', Date.now() / 1000 - process.uptime()),
    ];
  }
}

const gauge = (name: string, help: string, label: string, values: readonly (readonly [string, number])[]): Gauge => ({
  name,
  help,
  values: Object.fromEntries(values.map(([value, number]) => [seriesName(name, { [label]: value }), number])),
});

const single = (name: string, help: string, value: number): Gauge => ({ name, help, values: { [name]: value } });
