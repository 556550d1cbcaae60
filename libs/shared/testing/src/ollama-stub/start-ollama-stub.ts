import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_MODELS, Models } from './models.ts';
import { RequestLog } from './request-log.ts';
import { route } from './routes.ts';
import { Slots } from './slots.ts';
import type { OllamaStub, StubOptions } from './stub-types.ts';

const DEFAULT_QUEUE = 512;

/** A small Ollama without a model, over real HTTP on loopback. The name of the model picks what it does: see `behaviours.ts`. */
export async function startOllamaStub(options: StubOptions = {}): Promise<OllamaStub> {
  const models = new Models(options.models ?? DEFAULT_MODELS, options.loadDelayMs ?? 0);
  const slots = new Slots(options.slots ?? 1, options.queue ?? DEFAULT_QUEUE);
  const log = new RequestLog();
  const engine = { models, slots, log, tokensPerSecond: options.tokensPerSecond ?? Infinity };

  const server = createServer((req, res) => {
    route(engine, req, res).catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(500, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ error: String(error) }));
    });
  });
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const { port, address, family } = server.address() as AddressInfo;

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    requests: log.requests,
    get loads() {
      return models.loads;
    },
    until: (condition) => log.until(condition),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
