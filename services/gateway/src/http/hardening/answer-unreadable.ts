import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Request, Response } from 'express';
import type { ErrorCode } from '@coverwright/contracts';
import { problem } from '../problem.ts';
import { setResponseHeaders } from './response-headers.ts';

const answers: Record<string, { code: ErrorCode; detail: string; hint: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMEOUT', detail: 'The request did not arrive in time.', hint: 'Send it again, all at once.' },
  HPE_HEADER_OVERFLOW: { code: 'HEADERS_TOO_LARGE', detail: 'The headers are too large.', hint: 'Send fewer or shorter headers.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: 'BODY_TOO_LARGE', detail: 'The body is too large.', hint: 'Send it without chunk extensions.' },
};
const unreadable = {
  code: 'VALIDATION_FAILED',
  detail: 'This is not a request of HTTP that can be read in one way.',
  hint: 'Look at the client or the proxy.',
} as const;

/**
 * What Node's parser refuses never becomes a request, so nothing else answers it. Node would do so with a bare status line; this says what
 * was wrong, with the headers of every other answer, and closes the connection.
 */
export function answerUnreadable(server: Server): void {
  // Without a Host it is to be refused like any other request.
  Object.assign(server, { requireHostHeader: false });
  const latest = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }, response) => latest.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = latest.get(socket);
    // Half of another answer stands on the line already.
    const isAnswering = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || isAnswering) return void socket.destroy();
    socket.write(textOf(error.code ?? ''));
    socket.destroySoon();
  });
}

function textOf(errorCode: string): string {
  const { code, detail, hint } = answers[errorCode] ?? unreadable;
  const told = problem(code, detail, { hint });
  const body = JSON.stringify(told);
  const response = new ServerResponse({ method: 'GET' } as IncomingMessage);
  setResponseHeaders({ path: '/api/' } as Request, response as Response, () => undefined);
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.setHeader('Connection', 'close');
  const headers = Object.entries(response.getHeaders()).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  return `HTTP/1.1 ${told.status} ${told.title}\r\n${headers.join('')}\r\n${body}`;
}
