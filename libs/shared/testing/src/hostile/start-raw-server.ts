import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface RawServer {
  /** `127.0.0.1:port`, as an allow-list takes it. */
  host: string;
  /** The targets asked for, in order. */
  requests: string[];
  /** Bytes that were taken off its hands so far, by the other side or on the way there. */
  taken: () => number;
  /** Resolves when no connection is open. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
}

/** A server below HTTP: `answer` writes to the socket what it likes once the head of a request has come, or a first byte of something else. */
export async function startRawServer(answer: (socket: Socket, target: string) => void | Promise<void>): Promise<RawServer> {
  const requests: string[] = [];
  const open = new Map<Socket, Promise<void>>();
  let taken = 0;
  const server = createServer((socket) => {
    open.set(socket, new Promise((resolve) => socket.once('close', () => resolve())));
    socket.once('close', () => {
      open.delete(socket);
      taken += socket.bytesWritten - socket.writableLength;
    });
    // The client hangs up on most of what is sent here.
    socket.on('error', () => undefined);
    let head = '';
    const read = (bytes: Buffer) => {
      head += bytes.toString('latin1');
      const isHttp = /^[A-Z]/.test(head);
      if (isHttp && !head.includes('\r\n\r\n')) return;
      socket.off('data', read).resume();
      const target = isHttp ? (head.split(' ')[1] ?? '/') : '';
      requests.push(target);
      void answer(socket, target);
    };
    socket.on('data', read);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    taken: () => taken,
    idle: async () => {
      while (open.size > 0) await Promise.all(open.values());
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open.keys()) socket.destroy();
      await closed;
    },
  };
}

/** Writes what `next` gives for as long as the other side takes it; `everyMs` apart, or as fast as it is taken. */
export function pour(socket: Socket, next: () => string | Buffer, everyMs = 0): void {
  const more = () => {
    if (socket.destroyed) return;
    const isRoom = socket.write(next());
    if (everyMs > 0) setTimeout(more, everyMs).unref();
    else if (isRoom) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
}
