import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApplicationRepository, JobRepository, type StreamedEvent } from '@coverwright/server';
import { EventFeed } from './event-feed.ts';
import { isLatePiece } from './is-late-piece.ts';
import { EventSession, type SessionOptions } from './event-session.ts';
import { Snapshots } from './snapshots.ts';
import { SseResponse } from './sse-response.ts';

const eventStream = {
  status: 200,
  description: 'Server-sent events: `snapshot` first, then what changes',
  content: { 'text/event-stream': {} },
};

@ApiTags('events')
@Controller()
export class EventsController {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(Snapshots) private readonly snapshots: Snapshots,
    @Inject(EventFeed) private readonly feed: EventFeed,
  ) {}

  @Get('applications/:id/events')
  @ApiResponse(eventStream)
  async ofApplication(
    @Param('id') id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    await this.applications.get(id);
    let ended = new Set<string>();
    await this.open(response, {
      applicationId: id,
      lastEventId: lastEventId ?? null,
      // A snapshot may have a reply that ended a moment after the event it goes on from.
      wants: (event) => !isLatePiece(event, ended),
      snapshot: async () => {
        const snapshot = await this.snapshots.ofApplication(id);
        ended = new Set(snapshot.data.messages.filter(({ status }) => status !== 'streaming').map((message) => message.id));
        return snapshot;
      },
      fingerprint: () => this.applications.fingerprint(id),
    });
  }

  @Get('orchestrations/:jobId/events')
  @ApiResponse(eventStream)
  async ofJob(
    @Param('jobId') jobId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { application_id } = await this.jobs.get(jobId);
    await this.open(response, {
      applicationId: application_id,
      lastEventId: lastEventId ?? null,
      wants: (event) => concerns(event, jobId),
      snapshot: () => this.snapshots.ofJob(jobId),
      fingerprint: async () => (await this.jobs.get(jobId)).updated_at,
    });
  }

  private async open(response: Response, options: SessionOptions): Promise<void> {
    // Asks what a stream would look like, and would wait for the end of one for ever.
    if (response.req.method === 'HEAD') return void response.type('text/event-stream').end();
    await new EventSession(this.feed, new SseResponse(response), options).run();
  }
}

/** Notes carry no run; while a run is watched, those that arrive are its own: an application has one run at a time. */
function concerns(event: StreamedEvent, jobId: string): boolean {
  return event.type === 'note' || (JSON.parse(event.data) as { job_id?: unknown }).job_id === jobId;
}
