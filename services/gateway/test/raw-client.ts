import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  /** As sent, lines and all. */
  head: string;
  body: string;
}

/** Opens a connection and writes exactly these bytes; what comes back is collected by `answer`. */
export function openRaw(origin: string, bytes: string | Uint8Array): { socket: Socket; answer: Promise<RawAnswer> } {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server that has answered may reset a connection that goes on sending.
  socket.on('error', () => undefined);
  socket.write(bytes);
  const answer = once(socket, 'close').then(() => parse(Buffer.concat(chunks).toString('latin1')));
  return { socket, answer };
}

/** Writes a whole request, which must ask for the connection to be closed, and reads to the end. */
export const sendRaw = (origin: string, bytes: string | Uint8Array): Promise<RawAnswer> => openRaw(origin, bytes).answer;

/** A request in the words of HTTP; a Host and the close come by themselves unless they are given. */
export function rawRequest(origin: string, firstLine: string, headers: string[] = [], body = ''): string {
  const has = (name: string) => headers.some((header) => header.toLowerCase().startsWith(`${name}:`));
  const all = [
    ...(has('host') ? [] : [`Host: ${new URL(origin).host}`]),
    'Connection: close',
    ...(body === '' || has('content-length') || has('transfer-encoding') ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...headers,
  ];
  return `${firstLine} HTTP/1.1\r\n${all.filter((header) => !header.endsWith(': -')).join('\r\n')}\r\n\r\n${body}`;
}

function parse(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const head = end === -1 ? text : text.slice(0, end);
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: end === -1 ? '' : text.slice(end + 4) };
}
