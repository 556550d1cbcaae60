import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Contact {
  /** The service; 'launcher' for it and what else it starts. */
  by: string;
  /** `host:port`, `unix path`, `name host` for a look-up, `udp …`. */
  to: string;
}

/** For the environment of a product that is to be watched; `file` takes what it says. */
export const watchedBy = (file: string): Record<string, string> => ({
  COVERWRIGHT_CONNECTIONS: file,
  NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${join(import.meta.dirname, 'hook.ts')}`,
});

export const readContacts = (file: string): Contact[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Contact);
