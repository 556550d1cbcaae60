import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { runInProcess } from './run-in-process.ts';
import { Turns } from './turns.ts';
import type { WorkAnswer, WorkLimits } from './work.ts';

/** Where files of any origin and size are worked on, one at a time: two together could grow beyond what a container gives to the gateway. */
@Injectable()
export class Isolation implements BeforeApplicationShutdown {
  private readonly turns = new Turns(1);
  private readonly stopping = new AbortController();

  /** Fails with `WorkEnded` when the work went over a limit or died. */
  run<T>(script: URL, input: unknown, limits: WorkLimits): Promise<WorkAnswer<T>> {
    return this.turns.take(() => runInProcess<T>(script, input, limits, this.stopping.signal));
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }
}
