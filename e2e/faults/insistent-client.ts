import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const answerWithinMs = 20_000;
const giveUpAfterMs = 120_000;
const againAfterMs = 150;

/** A client that asks again while the gateway is down, with the same Idempotency-Key. */
export class InsistentClient {
  repeated = 0;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Null when no answer came. */
  async ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer | null> {
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key && { 'idempotency-key': key }) };
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const response = await fetch(this.url + path, {
        method,
        headers,
        signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError || (error as Error).name === 'TimeoutError') return null;
      throw error;
    }
  }

  /** Asks until there is an answer that is not about the server's own troubles. */
  async insist(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const until = Date.now() + giveUpAfterMs;
    for (;;) {
      const answer = await this.ask(method, path, body, key);
      if (answer !== null && answer.status < 500) return answer;
      if (Date.now() > until) throw new Error(`${method} ${path} got no answer for ${giveUpAfterMs / 1000} s: ${JSON.stringify(answer)}`);
      await pause(againAfterMs);
    }
  }
}
