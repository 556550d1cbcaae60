import type { Socket } from 'node:net';
import { packBomb } from './pack-bomb.ts';
import { pour } from './start-raw-server.ts';

export interface HostileServer {
  name: string;
  scheme: 'http' | 'https';
  /** Also answers for /robots.txt, which the others do not have. */
  robots: boolean;
  answer: (socket: Socket, target: string) => void | Promise<void>;
}

type Answer = HostileServer['answer'];

const HTML = 'content-type: text/html\r\n';
const OK = `HTTP/1.1 200 OK\r\n${HTML}`;
const PAGE = '<p>Acme builds pumps.</p>';
const CHUNKED = `${OK}transfer-encoding: chunked\r\n\r\n`;
const FULL = 'x'.repeat(16_000);
const FULL_CHUNK = `${FULL.length.toString(16)}\r\n${FULL}\r\n`;

const send = (text: string | Buffer) => (socket: Socket) => void socket.end(text);
const sendAndWait = (text: string | Buffer) => (socket: Socket) => void socket.write(text);
const sendThenPour = (text: string, next: () => string | Buffer, everyMs?: number) => (socket: Socket) => {
  socket.write(text);
  pour(socket, next, everyMs);
};
const packed = (coding: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`${OK}content-encoding: ${coding}\r\n\r\n`), Buffer.from(body)]);

/** Servers that try to cost the reader time or memory without end, or break the rules of HTTP. Reading from each must end by itself. */
export function hostileServers(): HostileServer[] {
  const of = (answers: Record<string, Answer>, scheme: HostileServer['scheme'], robots: boolean): HostileServer[] =>
    Object.entries(answers).map(([name, answer]) => ({ name, answer, scheme, robots }));
  return [
    ...of({ ...slow, ...endless, ...lying, ...broken, ...packings }, 'http', false),
    ...of(robots, 'http', true),
    ...of(tls, 'https', true),
  ];
}

const slow: Record<string, Answer> = {
  'never answers': () => undefined,
  'drips its headers': sendThenPour(`${OK}x: `, () => 'x', 40),
  'drips a byte of its page': sendThenPour(`${OK}\r\n`, () => 'x', 40),
  'drips chunks': sendThenPour(CHUNKED, () => '1\r\nx\r\n', 40),
  'stops after its headers': sendAndWait(`${OK}content-length: 1000\r\n\r\n`),
  'stops in the middle of its page': sendAndWait(`${OK}content-length: 1000\r\n\r\n${PAGE}`),
  'sends on slowly, again and again': (socket) =>
    void setTimeout(() => socket.end(`HTTP/1.1 302 Found\r\nlocation: /${Math.random()}\r\n\r\n`), 300).unref(),
};

const endless: Record<string, Answer> = {
  'headers without end': sendThenPour(OK, () => 'x-header: yes\r\n'),
  'one header without end': sendThenPour(`${OK}x-header: `, () => FULL),
  'a status line without end': sendThenPour('HTTP/1.1 200 ', () => FULL),
  'a body without end': sendThenPour(`${OK}\r\n`, () => FULL),
  'chunks without end': sendThenPour(CHUNKED, () => FULL_CHUNK),
  'a chunk extension without end': sendThenPour(`${CHUNKED}5;`, () => FULL),
  'trailers without end': sendThenPour(`${CHUNKED}${FULL_CHUNK}0\r\n`, () => 'x-trailer: yes\r\n'),
  'interim answers without end': (socket) => pour(socket, () => 'HTTP/1.1 102 Processing\r\n\r\n'),
  'interim answers with headers without end': (socket) => pour(socket, () => `HTTP/1.1 103 Early Hints\r\nlink: <${FULL}>\r\n\r\n`),
  'a 404 without end': sendThenPour(`HTTP/1.1 404 Not Found\r\n${HTML}\r\n`, () => FULL),
  'a redirect with a body without end': sendThenPour('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\n\r\n', () => FULL),
  'junk after its page without end': sendThenPour(`${OK}content-length: ${PAGE.length}\r\n\r\n${PAGE}`, () => FULL),
  'redirects without end': (socket) => void socket.end(`HTTP/1.1 302 Found\r\nlocation: /${Math.random()}\r\n\r\n`),
  'redirects to itself': send('HTTP/1.1 301 Moved\r\nlocation: /\r\n\r\n'),
  'a redirect to a very long address': send(`HTTP/1.1 302 Found\r\nlocation: /${FULL}\r\n\r\n`),
};

const lying: Record<string, Answer> = {
  'a length that is too small': sendThenPour(`${OK}content-length: 5\r\n\r\n`, () => FULL),
  'a length that is too large': send(`${OK}content-length: 100000\r\n\r\n${PAGE}`),
  'a length beyond all numbers': send(`${OK}content-length: 99999999999999999999\r\n\r\n${PAGE}`),
  'a negative length': send(`${OK}content-length: -1\r\n\r\n${PAGE}`),
  'two lengths': send(`${OK}content-length: 5\r\ncontent-length: 6\r\n\r\n${PAGE}`),
  'a length and chunks': send(`${OK}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<p>xx\r\n0\r\n\r\n`),
  'a chunk size beyond all numbers': sendThenPour(`${CHUNKED}FFFFFFFFFFFFFFFF\r\n`, () => FULL),
  'a large chunk that does not come': sendAndWait(`${CHUNKED}7FFFFFFF\r\n${PAGE}`),
  'a charset that it is not': send(`HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-16le\r\n\r\n${PAGE}`),
  'a charset label without end': send(`HTTP/1.1 200 OK\r\ncontent-type: text/html; ${'charset='.repeat(2000)}\r\n\r\n${PAGE}`),
  'a page that is a file': send(
    Buffer.concat([Buffer.from(`${OK}\r\n`), Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7) % 256))]),
  ),
};

const broken: Record<string, Answer> = {
  'hangs up at once': (socket) => void socket.end(),
  'resets at once': (socket) => void socket.resetAndDestroy(),
  'resets in the middle of its page': (socket) => void socket.write(`${OK}content-length: 1000\r\n\r\n${PAGE}`, () => socket.resetAndDestroy()),
  'does not speak HTTP': send('220 mail.example ESMTP\r\n'),
  'speaks HTTP 0.9': send(PAGE),
  'speaks HTTP 9': send(`HTTP/9.9 200 OK\r\n${HTML}\r\n${PAGE}`),
  'speaks HTTP/2 unasked': send(Buffer.from([0, 0, 18, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100, 0, 4, 0, 1, 0, 0, 0, 5, 0, 0, 64, 0])),
  'status 999': send(`HTTP/1.1 999 Request denied\r\n${HTML}\r\n${PAGE}`),
  'status 204 with a page': send(`HTTP/1.1 204 No Content\r\n${HTML}\r\n${PAGE}`),
  'status 206 unasked': send(`HTTP/1.1 206 Partial Content\r\n${HTML}content-range: bytes 0-4/9999\r\ncontent-length: 5\r\n\r\n<p>xx`),
  'another protocol (101)': sendAndWait('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'),
  'NUL in a header': send(`HTTP/1.1 200 OK\r\nx: a\0b\r\n${HTML}\r\n${PAGE}`),
  'a header without a name': send(`HTTP/1.1 200 OK\r\n: x\r\n${HTML}\r\n${PAGE}`),
  'folded headers': send(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n x\r\n\r\n${PAGE}`),
  'line feeds alone': send(`HTTP/1.1 200 OK\ncontent-type: text/html\n\n${PAGE}`),
}; // prettier-ignore

const bombs = new Map<string, Promise<Buffer>>();

/** Packed when it is first asked for. */
async function bomb(coding: 'gzip' | 'br' | 'deflate'): Promise<Buffer> {
  const made = bombs.get(coding) ?? packBomb(coding, 100);
  bombs.set(coding, made);
  return await made;
}

const packings: Record<string, Answer> = {
  'a gzip bomb': async (socket) => void socket.end(packed('gzip', await bomb('gzip'))),
  'a brotli bomb': async (socket) => void socket.end(packed('br', await bomb('br'))),
  'a deflate bomb': async (socket) => void socket.end(packed('deflate', await bomb('deflate'))),
  'gzip in gzip': async (socket) => void socket.end(packed('gzip, gzip', await bomb('gzip'))),
  'a hundred encodings': async (socket) => void socket.end(packed(Array(100).fill('gzip').join(), await bomb('gzip'))),
  'gzip that is none': send(packed('gzip', PAGE)),
  'gzip that breaks': async (socket) =>
    void socket.end(packed('gzip', Buffer.concat([(await bomb('gzip')).subarray(0, 500), Buffer.alloc(500, 0xff)]))),
  'gzip of nothing without end': (socket) => {
    socket.write(packed('gzip', Buffer.from('1f8b0800000000000003', 'hex')));
    // An empty stored block, which unpacks to nothing.
    pour(socket, () => Buffer.from('000000ffff'.repeat(1000), 'hex'));
  },
  'brotli that drips': async (socket) => {
    const page = await bomb('br');
    socket.write(packed('br', ''));
    let at = 0;
    pour(socket, () => page.subarray(at, (at += 1)), 40);
  },
};

const robots: Record<string, Answer> = {
  'a robots.txt that never comes': (socket, target) => (target === '/robots.txt' ? undefined : send(`${OK}\r\n${PAGE}`)(socket)),
  'a robots.txt that drips': sendThenPour('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n', () => 'x', 40),
  'a robots.txt without end': (socket, target) =>
    target === '/robots.txt'
      ? sendThenPour('HTTP/1.1 200 OK\r\n\r\n', () => 'disallow: /*a*b*c\n'.repeat(1000))(socket)
      : send(`${OK}\r\n${PAGE}`)(socket),
  'a robots.txt that is sent on without end': (socket, target) =>
    target === '/' ? send(`${OK}\r\n${PAGE}`)(socket) : send(`HTTP/1.1 302 Found\r\nlocation: /${Math.random()}\r\n\r\n`)(socket),
};

const tls: Record<string, Answer> = {
  'https that is none': send(`${OK}\r\n${PAGE}`),
  'https that never answers': () => undefined,
  'https that is noise': (socket) => pour(socket, () => Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 31) % 256))),
  'https that drips': (socket) => pour(socket, () => Buffer.from([22]), 40),
};
