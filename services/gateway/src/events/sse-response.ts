import type { Response } from 'express';

const commentEveryMs = 15_000;
/** A reader that falls this far behind is let go; it comes back with its last id. */
const maxBufferedBytes = 4_000_000;

/** One open `text/event-stream`. */
export class SseResponse {
  private readonly keepAlive: NodeJS.Timeout;

  constructor(private readonly response: Response) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    this.keepAlive = setInterval(() => this.write(': still here\n\n'), commentEveryMs);
    this.onClose(() => clearInterval(this.keepAlive));
  }

  get closed(): boolean {
    return this.response.destroyed || this.response.writableEnded;
  }

  /** `data` is JSON text, which has no line breaks. */
  send(event: string, id: string, data: string): void {
    this.write(`event: ${event}\nid: ${id}\ndata: ${data}\n\n`);
  }

  onClose(listener: () => void): void {
    this.response.on('close', listener);
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.closed) return;
    this.response.write(text);
    if (this.response.writableLength > maxBufferedBytes) this.response.destroy();
  }
}
