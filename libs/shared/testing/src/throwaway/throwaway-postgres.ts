import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** An empty PostgreSQL database. `npm test` provides the server and says where it is in POSTGRES_URL. */
export async function throwawayPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['POSTGRES_URL'];
  if (server === undefined)
    throw new Error('This test needs a PostgreSQL: run it with `npm test -- integration`, or set POSTGRES_URL to a server for tests.');
  const name = `coverwright_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
