import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startOllamaStub } from '@coverwright/testing';

/** Letters to this company are begun and never ended by the model. */
export const endlessCompany = 'Evermore Looms';

export interface NeverEndingModel {
  url: string;
  /** Calls about the endless company that nobody has given up yet. */
  held: () => number;
  /** Resolves when that many are held. */
  untilHeld: (count: number) => Promise<void>;
  /** From now on it answers like to any other company. */
  relent: () => void;
  close: () => Promise<void>;
}

/** A model server that answers at once, but for one company never. */
export async function startNeverEndingModel(): Promise<NeverEndingModel> {
  const stub = await startOllamaStub({ models: ['good:3b'], slots: 64 });
  let held = 0;
  let endless = true;
  const changes = new EventEmitter().setMaxListeners(0);
  const hold = (by: number) => {
    held += by;
    changes.emit('change');
  };
  const server = createServer((request, response) => {
    const serve = async () => {
      const body = await readBody(request);
      if (endless && body.includes(endlessCompany)) {
        hold(1);
        response.once('close', () => hold(-1));
        return;
      }
      const answer = await fetch(stub.url + (request.url ?? '/'), { method: request.method ?? 'GET', ...(body === '' ? {} : { body }) });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    };
    // A caller that is killed in the middle of its question needs no answer.
    serve().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held: () => held,
    untilHeld: async (count) => {
      while (held !== count) await once(changes, 'change');
    },
    relent: () => {
      endless = false;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await stub.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
