import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { hostileServers, startRawServer, type HostileServer, type RawServer } from '@coverwright/testing';
import { FetchFailed, FetchRefused } from './fetch-errors.ts';
import { PageFetcher } from './page-fetcher.ts';

// Processes and hundreds of requests take their time on a busy machine.
jest.setTimeout(60_000);

const never = new AbortController().signal;
const limits = { deadlineMs: 800, idleMs: 400, maxBytes: 1024 * 1024 };
/** Far above what any of them takes and far below what they would like to. */
const BOUND_MS = 4000;
const BOUND_BYTES = 50 * 1024 * 1024;
/** Odd, yet no reason not to read the page. */
const READABLE = [
  'a length that is too small',
  'a charset that it is not',
  'a charset label without end',
  'junk after its page without end',
  'a page that is a file',
  'a robots.txt without end',
  'a robots.txt that is sent on without end',
];

const hostile = hostileServers();
let running: RawServer | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function start({ answer, robots }: HostileServer): Promise<RawServer> {
  running = await startRawServer((socket, target) => {
    if (target !== '/robots.txt' || robots) return answer(socket, target);
    socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
  });
  return running;
}

describe('hostile servers', () => {
  it('are many', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(20);
    for (const name of READABLE) expect(hostile.map((server) => server.name)).toContain(name);
  });

  it.each(hostile.map((server) => [server.name, server] as const))(
    'bounded in time and in what is taken from it: %s',
    async (name, server) => {
      const { host, idle, taken } = await start(server);
      const began = performance.now();
      const outcome = await new PageFetcher({ allowPrivate: [host], limits })
        .fetch(`${server.scheme}://${host}/`, never)
        .catch((error: unknown) => error);
      await idle();
      expect(performance.now() - began).toBeLessThan(BOUND_MS);
      expect(taken()).toBeLessThan(BOUND_BYTES);
      if (READABLE.includes(name)) {
        expect(outcome).toMatchObject({ text: expect.any(String) });
      } else {
        expect(outcome instanceof FetchFailed || outcome instanceof FetchRefused).toBe(true);
        expect(outcome).toMatchObject({
          code: expect.not.stringMatching(/^UNREADABLE$/),
          message: expect.stringMatching(/^(The|Port) .*\.$/),
        });
      }
    },
  );
});
