import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { makeCertificate } from '@coverwright/testing';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// Processes and hundreds of requests take their time on a busy machine.
jest.setTimeout(60_000);

const script = fileURLToPath(new URL('../../test/ask-over-tls.ts', import.meta.url));
const certificate = makeCertificate(['acme.example']);

let folder: string;
let server: Server;
let asked: (string | undefined)[];

beforeEach(async () => {
  asked = [];
  folder = await mkdtemp(join(tmpdir(), 'coverwright-tls-'));
  await writeFile(join(folder, 'ca.pem'), certificate.cert);
  server = createServer(certificate, (request, response) => {
    asked.push(request.headers.host);
    response.end('x');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

/** In a process that trusts the certificate, which is settled when it starts. */
async function ask(urls: string[]): Promise<string[]> {
  const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...urls], { env });
  return stdout.trim().split('\n');
}

describe('https', () => {
  it('verifies the name that was asked for, although the connection is opened to an address', async () => {
    const { port } = server.address() as AddressInfo;
    const names = ['acme.example', 'other.example', 'acme.example.other.example', '127.0.0.1'];
    const outcomes = await ask(names.map((name) => `https://${name}:${port}/`));
    const refused = 'ERR_TLS_CERT_ALTNAME_INVALID';
    expect(outcomes).toEqual(['200', refused, refused, refused]);
    expect(asked).toEqual([`acme.example:${port}`]);
  });
});
