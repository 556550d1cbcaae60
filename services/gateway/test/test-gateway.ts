import { mkdtemp, rm } from 'node:fs/promises';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  createLogger,
  Database,
  DocumentRepository,
  EventPublisher,
  CancelChannel,
  JobRepository,
  Meter,
  MessageRepository,
  migrate,
  readSettings,
} from '@coverwright/server';
import {
  openEventStream,
  throwawayPostgres,
  throwawayRedis,
  type DatabaseKind,
  type EventStreamReader,
  type LineParts,
} from '@coverwright/testing';
import { AppModule } from '../src/app.module.ts';
import { configureApp } from '../src/configure-app.ts';

export interface Answer<T> {
  status: number;
  contentType: string;
  body: T;
}

export interface TestGateway {
  /** http://127.0.0.1:port */
  origin: string;
  server: Server;
  parts: LineParts;
  request<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Sends exactly these headers and this body. */
  raw(method: string, path: string, headers: Record<string, string>, body: string): Promise<Answer<unknown>>;
  /** Sends a request and does not wait for its answer; the returned function breaks the connection. */
  open(method: string, path: string, body: unknown): () => void;
  /** A file with what the answer says about it. */
  download(path: string): Promise<{ status: number; headers: Headers; bytes: Uint8Array }>;
  /** Posts one file of a form, as a page does. */
  upload<T>(path: string, file: Uint8Array | string, name?: string): Promise<Answer<T>>;
  contentDir: string;
  /** Holds the database, unless `databaseUrl` names it. */
  folder: string;
  databaseUrl: string | null;
  /** For what no request can bring about. */
  messages: MessageRepository;
  events(path: string, lastEventId?: string): EventStreamReader;
  close(): Promise<void>;
}

export interface TestGatewayOptions {
  env?: Record<string, string>;
  database?: DatabaseKind;
  /** Another gateway, whose database, content folder and Redis it shares; closed before that one. */
  beside?: TestGateway;
}

/** The real gateway on a free port, with a database, a content folder and a Redis database of its own. */
export async function startTestGateway({ env = {}, database: kind = 'sqlite', beside }: TestGatewayOptions = {}): Promise<TestGateway> {
  const folder = beside?.folder ?? (await mkdtemp(join(tmpdir(), 'coverwright-gateway-')));
  const redisUrl = beside?.parts.redisUrl ?? (await throwawayRedis());
  const server = kind === 'postgres' && beside === undefined ? await throwawayPostgres() : null;
  const databaseUrl = beside === undefined ? (server?.url ?? null) : beside.databaseUrl;
  const settings = readSettings({
    DATA_DIR: folder,
    CONTENT_DIR: join(folder, 'content'),
    REDIS_URL: redisUrl,
    DATABASE_URL: databaseUrl ?? undefined,
    LLM_PROVIDER: 'offline',
    PORT: '0',
    ...env,
  });
  if (beside === undefined) {
    const database = await Database.open(settings.database);
    await migrate(database);
    await database.close();
  }
  const logger = createLogger('gateway', { level: 'silent', format: 'json' });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings, logger), {
    bodyParser: false,
    logger: false,
    forceCloseConnections: true,
  });
  await configureApp(app).listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  const readers: EventStreamReader[] = [];

  const raw = (method: string, path: string, headers: Record<string, string>, body: string) =>
    send(`${origin}${path}`, method, headers, body);
  return {
    origin,
    server: app.getHttpServer(),
    parts: {
      redisUrl,
      logger,
      jobs: app.get(JobRepository),
      documents: app.get(DocumentRepository),
      events: app.get(EventPublisher),
      cancels: app.get(CancelChannel),
      meter: app.get(Meter),
    },
    raw,
    request: async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      (await raw(
        method,
        path,
        body === undefined ? headers : { 'content-type': 'application/json', ...headers },
        body === undefined ? '' : JSON.stringify(body),
      )) as Answer<T>,
    open: (method, path, body) => {
      const outgoing = request(`${origin}${path}`, { method, headers: { 'content-type': 'application/json' } });
      outgoing.on('error', () => undefined).end(JSON.stringify(body));
      return () => outgoing.destroy();
    },
    download: async (path) => {
      const response = await fetch(`${origin}${path}`);
      return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
    upload: async <T>(path: string, file: Uint8Array | string, name = 'resume') => {
      const form = new FormData();
      form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
      const response = await fetch(`${origin}${path}`, { method: 'POST', body: form });
      return { status: response.status, contentType: response.headers.get('content-type') ?? '', body: (await response.json()) as T };
    },
    contentDir: join(folder, 'content'),
    folder,
    databaseUrl,
    messages: app.get(MessageRepository),
    events: (path, lastEventId) => {
      const reader = openEventStream(`${origin}${path}`, lastEventId);
      readers.push(reader);
      return reader;
    },
    close: async () => {
      readers.forEach((reader) => reader.close());
      await app.close();
      await server?.drop();
      if (beside === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** node:http, because fetch does not let a test choose its Host. */
function send(url: string, method: string, headers: Record<string, string>, body: string): Promise<Answer<unknown>> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method, headers: { ...(body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }), ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body: text === '' ? null : JSON.parse(text),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
