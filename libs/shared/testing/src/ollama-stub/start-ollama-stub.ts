import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_MODELS, Models } from './models.ts';
import { PromptCache } from './prompt-cache.ts';
import { RequestLog } from './request-log.ts';
import { route } from './routes.ts';
import { Slots } from './slots.ts';
import type { OllamaStub, StubOptions } from './stub-types.ts';

const DEFAULT_QUEUE = 512;
const DEFAULT_OLD_WINDOW = 2048;

/** A small Ollama without a model, over real HTTP on loopback. The name of the model picks what it does: see `behaviours.ts`. */
export async function startOllamaStub(options: StubOptions = {}): Promise<OllamaStub> {
  const models = new Models(options.models ?? DEFAULT_MODELS, {
    loadDelayMs: options.loadDelayMs ?? 0,
    contextLengths: options.contextLengths ?? {},
    maxLoaded: options.maxLoaded ?? 1,
  });
  const slots = new Slots(options.slots ?? 1, options.queue ?? DEFAULT_QUEUE);
  const log = new RequestLog();
  const engine = {
    models,
    slots,
    cache: new PromptCache(),
    log,
    tokensPerSecond: options.tokensPerSecond ?? Infinity,
    pullStepMs: options.pullStepMs ?? 0,
    oldWindow: options.oldWindow ?? DEFAULT_OLD_WINDOW,
  };
  let openSockets = 0;

  const server = createServer((req, res) => {
    route(engine, req, res).catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(500, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ error: String(error) }));
    });
  });
  server.on('connection', (socket) => {
    openSockets += 1;
    socket.once('close', () => {
      openSockets -= 1;
      if (openSockets === 0) server.emit('idle');
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
    get openSockets() {
      return openSockets;
    },
    loadsOf: models.loadsOf,
    until: (condition) => log.until(condition),
    async untilClosed() {
      if (openSockets > 0) await once(server, 'idle');
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
