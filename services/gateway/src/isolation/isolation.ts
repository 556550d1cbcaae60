import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { AppError } from '@coverwright/server';
import { runInProcess } from './run-in-process.ts';
import { Turns } from './turns.ts';
import type { WorkAnswer, WorkLimits } from './work.ts';

/** Each may hold an uploaded file. */
const mostWaiting = 8;

/** Where files of any origin and size are worked on, one at a time: two together could grow beyond what a container gives to the gateway. */
@Injectable()
export class Isolation implements BeforeApplicationShutdown {
  private readonly turns = new Turns(1);
  private readonly stopping = new AbortController();

  /** Fails with `WorkEnded` when the work went over a limit or died. */
  async run<T>(script: URL, input: unknown, limits: WorkLimits): Promise<WorkAnswer<T>> {
    if (this.turns.length >= mostWaiting) {
      throw new AppError('TOO_MANY_REQUESTS', 'Too many files are being read or made at the same time.', {
        hint: 'Try again in a few seconds.',
      });
    }
    return this.turns.take(() => runInProcess<T>(script, input, limits, this.stopping.signal));
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }
}
