import type { ServerResponse } from 'node:http';
import { transportOf } from './behaviours.ts';
import type { RequestLog } from './request-log.ts';
import { type Generation, StubError } from './stub-types.ts';

const BUSY = 'server busy, please try again.  maximum pending requests exceeded';

/** Answers a request that fails before anything is generated. True when it did so itself; the usual way is a `StubError`. */
export function failEarly({ model, tools, fields }: Generation, log: RequestLog, res: ServerResponse): boolean {
  switch (transportOf(model)) {
    case 'error-before':
      throw new StubError(500, 'model requires more system memory (8.4 GiB) than is available (3.1 GiB)');
    case 'busy':
      throw new StubError(503, BUSY);
    case 'busy-once':
      if (log.requests.some((request) => request.refused === 503)) return false;
      throw new StubError(503, BUSY);
    case 'no-think':
      if (fields.includes('think')) throw new StubError(400, `"${model}" does not support thinking`);
      return false;
    case 'no-tools':
      if (tools.length > 0) throw new StubError(400, `registry.ollama.ai/library/${model} does not support tools`);
      return false;
    case 'newest-fields': {
      const old = ['max_tokens', 'temperature'].find((name) => fields.includes(name));
      if (old) throw new StubError(400, `Unsupported parameter: '${old}' is not supported with this model.`);
      return false;
    }
    case 'html-502':
      res.writeHead(502, { 'content-type': 'text/html' }).end('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
      return true;
    default:
      return false;
  }
}
