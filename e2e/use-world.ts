import { test } from '@playwright/test';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A first start may have to build and to fetch a Redis. */
const startWithin = 240_000;

/** One world for all tests of a group; its log goes with every test that failed. */
export function useWorld(options: () => WorldOptions | Promise<WorldOptions>): () => World {
  let world: World | null = null;
  const current = () => {
    if (world === null) throw new Error('The product has not been started.');
    return world;
  };
  test.beforeAll(async () => {
    test.setTimeout(startWithin);
    world = await startWorld(await options());
  });
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus && world !== null) {
      await info.attach('log of the product', { body: world.stack.launcher.lines.join('\n'), contentType: 'text/plain' });
    }
  });
  test.afterAll(() => world?.close());
  return current;
}
