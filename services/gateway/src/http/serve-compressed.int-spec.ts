import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { serveCompressed } from './serve-compressed.ts';

const script = 'console.log("read");';

describe('serveCompressed', () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-compressed-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets/page.js'), script);
    await writeFile(join(folder, 'assets/page.js.gz'), gzipSync(script));
    await writeFile(join(folder, 'plain.svg'), '<svg/>');
    await writeFile(join(folder, 'secret.gz'), 'no');
    server = createServer(express().use(serveCompressed(folder)).use(express.static(folder))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const get = (path: string, encoding: string) =>
    new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': encoding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
      })
        .on('error', reject)
        .end();
    });

  it('sends the copy that was compressed when the page was built, as what it is', async () => {
    const { status, headers, body } = await get('/assets/page.js?x=1', 'gzip, deflate, br');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(gunzipSync(body).toString()).toBe(script);
  });

  it('sends the file itself to who takes no compressed one, and where there is none', async () => {
    const identity = await get('/assets/page.js', 'identity');
    expect(identity.headers['content-encoding']).toBeUndefined();
    expect(identity.body.toString()).toBe(script);
    const plain = await get('/plain.svg', 'gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['content-type']).toMatch(/^image\/svg/);
  });

  it('makes nothing of addresses that leave the folder or name nothing', async () => {
    expect((await get('/secret', 'gzip')).status).toBe(404);
    expect((await get('/assets/..%2fsecret', 'gzip')).status).toBe(404);
    expect((await get('/assets/', 'gzip')).status).toBe(404);
  });
});
