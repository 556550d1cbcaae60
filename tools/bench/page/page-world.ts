import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPaths } from '@coverwright/contracts';
import { startLocalSite, startOllamaStub } from '@coverwright/testing';
import { ProductClient } from '../../product/product-client.ts';
import { startProduct } from '../../product/start-product.ts';
import { startPrivateRedis } from '../../redis/private-redis.ts';
import { cacheDir } from '../../root.ts';
import type { BenchContext } from '../benches.ts';

const about = Array.from(
  { length: 12 },
  (_, index) => `<p>Workshop ${index + 1} of Fernhill Optics grinds ${(index + 2) * 40} lenses a week for microscopes.</p>`,
).join('\n');
const said = ['What can you do?', 'What does the company build?', 'How is it going?'];

/** The product as it ships, with a model stub, a company's site, and one application that has been worked on. */
export interface PageWorld {
  client: ProductClient;
  dataDir: string;
  redisUrl: string;
  /** Has notes, a letter and a conversation. */
  applicationId: string;
  close: () => Promise<void>;
}

export const startPageWorld = async (context: BenchContext): Promise<PageWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const site = await startLocalSite({ '/about': { body: `<title>About Fernhill Optics</title><main>${about}</main>` } });
  const stub = await startOllamaStub({ models: ['good:3b'], tokensPerSecond: 60 });
  const redis = await startPrivateRedis({
    guardian: context.guardian,
    dir: join(folder, 'redis'),
    cache: cacheDir,
    say: () => undefined,
  });
  await redis.supervisor.ready;
  const dataDir = join(folder, 'data');
  const product = await startProduct(context.guardian, context.signal, {
    DATA_DIR: dataDir,
    CONTENT_DIR: join(folder, 'content'),
    REDIS_URL: redis.url,
    LLM_PROVIDER: 'ollama',
    OLLAMA_HOST: stub.url,
    RESEARCH_ALLOW_PRIVATE: site.host,
  });
  const client = new ProductClient(product.url);
  const { sample } = await client.get<{ sample: string }>(apiPaths.resume);
  await client.send('PUT', apiPaths.resume, { content: sample });
  const { id } = await client.create({ company_name: 'Fernhill Optics', job_title: 'Process Engineer', company_url: `${site.url}/about` });
  await writeLetter(client, id, 'research_then_write');
  for (const text of said) await client.ask(id, text);
  return {
    client,
    dataDir,
    redisUrl: redis.url,
    applicationId: id,
    close: async () => {
      await product.stop();
      await redis.supervisor.stop(10_000);
      await Promise.all([stub.close(), site.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A run from its request to its end. */
export const writeLetter = async (client: ProductClient, applicationId: string, action: string): Promise<void> => {
  const { job_id } = (await client.send('POST', apiPaths.orchestrate(applicationId), { action })) as { job_id: string };
  const { status, error } = await client.finished(job_id);
  if (status !== 'success') throw new Error(`A run of the bench ended with ${status}: ${error?.message}`);
};
