import { Agent, request } from 'node:http';
import type { ApiAnswer } from './judge-answer.ts';

const agent = new Agent({ keepAlive: true });

/**
 * Sends a request with exactly this path; `fetch` would tidy it. Of an event stream only the beginning is read. Status 0: there was no
 * answer, and the body says why.
 */
export function sendAsIs(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array | null,
): Promise<ApiAnswer> {
  const bytes = body === null ? null : Buffer.from(body);
  return new Promise((resolve) => {
    const lengths = bytes === null ? {} : { 'content-length': String(bytes.length) };
    const outgoing = request(new URL(origin), { method, path, agent, headers: { ...headers, ...lengths }, timeout: 60_000 }, (response) => {
      const chunks: Buffer[] = [];
      const type = response.headers['content-type'] ?? '';
      const done = () => resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString() });
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (type.startsWith('text/event-stream')) {
          done();
          outgoing.destroy();
        }
      });
      response.on('end', done);
      response.on('error', () => undefined);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within a minute')));
    outgoing.on('error', (error) => resolve({ status: 0, type: '', body: error.message }));
    outgoing.end(bytes ?? undefined);
  });
}
