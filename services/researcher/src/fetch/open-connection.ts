import { lookup } from 'node:dns/promises';
import { isIP, type Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { canonicalAddress, isPublicAddress } from './check-address.ts';
import { FetchFailed, FetchRefused } from './fetch-errors.ts';
import { bareHost } from './gate-url.ts';

/** All addresses of a name, best first. */
export type Resolve = (hostname: string) => Promise<string[]>;

export interface ConnectionGuard {
  resolve: Resolve;
  /** Decides for the origin being connected to whether its addresses may be private. */
  mayBePrivate: (url: URL) => boolean;
  /** Of everything that comes over one connection, headers and framing included. */
  maxBytes: number;
  signal: AbortSignal;
}

const CONNECT_TIMEOUT_MS = 6_000;
const MAX_ADDRESSES = 4;
const MAX_HEADER_BYTES = 32 * 1024;
const METER_MS = 20;

export const resolveWithSystem: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, order: 'ipv4first' });
  return found.map((entry) => entry.address);
};

/**
 * A dispatcher whose sockets can only lead to addresses that were checked: the name is resolved here, every address must be public, the
 * socket is opened to the address (never to the name), and the peer is compared once more.
 */
export function openGuardedAgent(guard: ConnectionGuard): Agent {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, allowH2: false, maxCachedSessions: 0, signal: guard.signal });
  return new Agent({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (options, callback) => {
      connectChecked(connect, options, guard).then(
        (socket) => callback(null, socket),
        (error: Error) => callback(error, null),
      );
    },
  });
}

async function connectChecked(connect: buildConnector.connector, options: buildConnector.Options, guard: ConnectionGuard): Promise<Socket> {
  const host = bareHost(options.hostname);
  const addresses = await checkedAddresses(host, options, guard);
  let failure: unknown = new FetchFailed('There is no site of that name.', { code: 'NO_SUCH_HOST' });
  for (const address of addresses.slice(0, MAX_ADDRESSES)) {
    guard.signal.throwIfAborted();
    try {
      const socket = samePeer(await open(connect, { ...options, hostname: address, servername: serverName(host, options) }), address);
      return limitBytes(socket, guard.maxBytes);
    } catch (error) {
      if (error instanceof FetchRefused) throw error;
      failure = error;
    }
  }
  throw failure;
}

async function checkedAddresses(host: string, options: buildConnector.Options, guard: ConnectionGuard): Promise<string[]> {
  const origin = new URL(`${options.protocol}//${isIP(host) === 6 ? `[${host}]` : host}:${options.port || defaultPort(options.protocol)}`);
  const addresses = isIP(host) ? [host] : await guard.resolve(host);
  if (!guard.mayBePrivate(origin) && !addresses.every(isPublicAddress)) {
    throw new FetchRefused('The site’s name leads into a private network.', 'ADDRESS_PRIVATE');
  }
  return addresses;
}

function open(connect: buildConnector.connector, options: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => connect(options, (error, socket) => (error ? reject(error) : resolve(socket))));
}

function samePeer(socket: Socket, address: string): Socket {
  if (canonicalAddress(socket.remoteAddress ?? '') === canonicalAddress(address)) return socket;
  socket.destroy();
  throw new FetchRefused('The connection led to another address than the one checked.', 'ADDRESS_CHANGED');
}

/** Interim answers, chunk extensions and the like are dropped as they come, without end and at no cost to the sender: so all is counted. */
function limitBytes(socket: Socket, maxBytes: number): Socket {
  const meter = setInterval(() => {
    if (socket.bytesRead > maxBytes) socket.destroy(new FetchFailed('The site sends more than a page can hold.', { code: 'TOO_LARGE' }));
  }, METER_MS).unref();
  socket.once('close', () => clearInterval(meter));
  return socket;
}

/** TLS still names and verifies the host that was asked for; an IP literal is verified as such. */
function serverName(host: string, options: buildConnector.Options): string | undefined {
  return options.protocol === 'https:' && !isIP(host) ? host : undefined;
}

function defaultPort(protocol: string): string {
  return protocol === 'https:' ? '443' : '80';
}
