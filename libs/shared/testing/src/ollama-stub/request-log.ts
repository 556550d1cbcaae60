import { EventEmitter, once } from 'node:events';
import type { Phase, RecordedRequest } from './stub-types.ts';

/** Every request the stub has seen, and a way to wait for something to happen to one. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  private readonly changes = new EventEmitter().setMaxListeners(0);

  add(request: Pick<RecordedRequest, 'method' | 'path' | 'headers' | 'body'>): RecordedRequest {
    const record: RecordedRequest = {
      ...request,
      phase: null,
      at: {},
      disconnected: null,
      piecesSent: 0,
      tokensSent: 0,
      truncated: false,
      refused: null,
    };
    this.requests.push(record);
    this.changed();
    return record;
  }

  enter(record: RecordedRequest, phase: Phase): void {
    record.phase = phase;
    record.at[phase] = performance.now();
    this.changed();
  }

  sent(record: RecordedRequest, isToken: boolean): void {
    record.piecesSent += 1;
    if (isToken) record.tokensSent += 1;
    this.changed();
  }

  disconnect(record: RecordedRequest): void {
    record.disconnected = record.phase;
    this.changed();
  }

  async until(condition: (requests: RecordedRequest[]) => boolean): Promise<void> {
    while (!condition(this.requests)) await once(this.changes, 'change');
  }

  private changed(): void {
    this.changes.emit('change');
  }
}
