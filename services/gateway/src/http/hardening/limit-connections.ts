import type { Server } from 'node:http';

/**
 * How long a client may take to say what it wants. None of it ends an answer that is under way, so event streams stay open. Set before the
 * server listens: that is when it reads how often to look.
 */
export const connectionLimits = {
  headersTimeout: 10_000,
  /** Headers and body; 10 MB in that time is a slow line. */
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeadersCount: 100,
  maxConnections: 1_000,
};

export function limitConnections(server: Server, limits: Partial<typeof connectionLimits> = connectionLimits): void {
  Object.assign(server, limits);
}
