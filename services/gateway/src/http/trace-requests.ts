import type { NextFunction, Request, Response } from 'express';
import { inSpan, SpanKind } from '@coverwright/server';

/** Not asked by a person: event streams last for hours, and health is asked every few seconds. */
const quiet = /\/events$|^\/api\/health\//;
const id = /(?<=\/)[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/g;

/** A span per request of the API, from here to the last byte of the answer. Whoever asks may name the span that it belongs to. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  if (!request.path.startsWith('/api/') || quiet.test(request.path)) return next();
  const { traceparent } = request.headers;
  const route = request.path.replace(id, '{id}');
  const options = {
    kind: SpanKind.SERVER,
    parent: typeof traceparent === 'string' ? traceparent : null,
    attributes: { 'http.request.method': request.method, 'http.route': route },
  };
  void inSpan(`${request.method} ${route}`, options, async (span) => {
    const ended = new Promise((resolve) => response.once('close', resolve));
    next();
    await ended;
    span.setAttribute('http.response.status_code', response.statusCode);
  });
}
