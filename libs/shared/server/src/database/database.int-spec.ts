import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { throwawayPostgres } from '@coverwright/testing';
import { DatabaseUnusable } from './database-unusable.ts';
import { Database } from './database.ts';

const fault = async (url: string): Promise<DatabaseUnusable> => {
  const error = await Database.open({ url, dataDir: '/nowhere' }).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DatabaseUnusable)) throw new Error(`It was not refused: ${String(error)}`);
  return error;
};

describe('a PostgreSQL that cannot be used', () => {
  it('is told from one that is down', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const { message } = await fault(`postgres://coverwright:s3cret@127.0.0.1:${port}/letters`);
    expect(message).toMatch(/^The PostgreSQL database letters at 127\.0\.0\.1:\d+ cannot be used: nobody listens there\. Start PostgreSQL/);
    expect(message).not.toContain('s3cret');
  });

  it('is told from one that hangs up', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { message } = await fault(`postgres://coverwright@127.0.0.1:${(server.address() as AddressInfo).port}/letters`);
    expect(message).toMatch(/cannot be used: .*broke off.*Nothing was started and nothing is lost/);
    server.close();
  });

  it('is told from one without this database', async () => {
    const { url, drop } = await throwawayPostgres();
    await drop();
    expect((await fault(url)).message).toMatch(/it has no database of that name\. Create it.*3D000/);
  });
});
