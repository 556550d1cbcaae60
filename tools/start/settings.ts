import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the launcher itself needs to know; the services check every variable, this one included, and name the bad ones. */
export interface LauncherSettings {
  host: string;
  /** null when PORT is not a port number, which the services will say better. */
  port: number | null;
  dataDir: string;
  contentDir: string;
  redisUrl: string | null;
  logFormat: 'pretty' | 'json';
  debug: boolean;
}

/** Reads `.env` when there is one; what is already set in the environment wins. */
export const loadEnvFile = (folder: string): void => {
  const file = join(folder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
};

/** An empty variable counts as not set, as in a copied `.env.example`. Relative folders are taken from `folder`. */
export const readLauncherSettings = (env: NodeJS.ProcessEnv, folder: string, isTerminal: boolean): LauncherSettings => {
  const read = (name: string) => env[name]?.trim() || undefined;
  const path = (value: string) => resolve(folder, value.replace(/^~(?=\/|$)/, homedir()));
  const port = read('PORT') ?? '3000';
  const format = read('LOG_FORMAT');
  return {
    host: read('HOST') ?? '127.0.0.1',
    port: /^\d+$/.test(port) && Number(port) <= 65_535 ? Number(port) : null,
    dataDir: path(read('DATA_DIR') ?? './data'),
    contentDir: path(read('CONTENT_DIR') ?? './content'),
    redisUrl: read('REDIS_URL') ?? null,
    logFormat: format === 'pretty' || format === 'json' ? format : isTerminal ? 'pretty' : 'json',
    debug: ['debug', 'trace'].includes(read('LOG_LEVEL') ?? ''),
  };
};

/** The address a browser on this machine can open. */
export const localUrl = (host: string, port: number): string => {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
};
