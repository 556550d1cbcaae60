import { startOllamaStub, type OllamaStub, type StubOptions } from '@coverwright/testing';
import { Api } from './api.ts';
import { startCompanySite, type CompanySite } from './company-site.ts';
import { findFreePort } from './find-free-port.ts';
import { startStack, type Stack } from './stack.ts';

export interface WorldOptions {
  /** null: nothing answers where Ollama should be. */
  model: StubOptions | null;
  env?: Record<string, string>;
}

/** The product and everything it talks to. */
export interface World {
  stack: Stack;
  api: Api;
  site: CompanySite;
  /** The model server. Fails when the world has none. */
  stub: OllamaStub;
  /** The same product again, on the same data. The one before must have ended. */
  restart(): Promise<void>;
  /** Ends the product as Ctrl-C does and fails unless it ended well and left nothing running. */
  close(): Promise<void>;
}

export async function startWorld({ model, env }: WorldOptions): Promise<World> {
  const site = await startCompanySite();
  const stub = model === null ? null : await startOllamaStub(model);
  const variables = { RESEARCH_ALLOW_PRIVATE: site.host, OLLAMA_HOST: stub?.url ?? `http://127.0.0.1:${await findFreePort()}`, ...env };
  const closeServers = () => Promise.all([site.close(), stub?.close()]);
  const stack = await startStack({ env: variables }).catch((error: unknown) => closeServers().then(() => Promise.reject(error as Error)));
  const world: World = {
    stack,
    api: new Api(stack.url),
    site,
    get stub() {
      if (stub === null) throw new Error('This world has no model server.');
      return stub;
    },
    restart: async () => {
      world.stack = await startStack({ env: variables, folder: stack.folder });
      world.api = new Api(world.stack.url);
    },
    close: async () => {
      const { code, signal } = await world.stack.end();
      await closeServers();
      await world.stack.remove();
      if (code !== 0) throw new Error(`The launcher ended with ${signal ?? code}:\n${world.stack.launcher.lines.join('\n')}`);
    },
  };
  return world;
}
