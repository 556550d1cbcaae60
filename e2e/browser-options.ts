import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const system = '/usr/bin/chromium';
const chromium = process.env.CHROMIUM_PATH || (existsSync(system) ? system : undefined);
const isRoot = process.getuid?.() === 0;

/** CHROMIUM_PATH, else the system's Chromium, else Playwright's own; calls nobody by itself. */
export const browserOptions: LaunchOptions = {
  ...(chromium === undefined ? {} : { executablePath: chromium }),
  args: [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
