import { chromium, type Browser } from '@playwright/test';
import { findFreePort } from '../../start/check-port.ts';
import { findChromium } from '../../suites/find-chromium.ts';
import type { BenchContext } from '../benches.ts';

export interface BenchBrowser {
  browser: Browser;
  /** Where its DevTools protocol is spoken. */
  port: number;
}

/** The same browser as the end-to-end tests have; it calls nobody by itself. */
export const openBrowser = async ({ guardian, say, signal }: BenchContext): Promise<BenchBrowser> => {
  const port = await findFreePort();
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
  const browser = await chromium.launch({
    executablePath: await findChromium(guardian, say, signal),
    args: [...quiet, `--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  return { browser, port };
};
