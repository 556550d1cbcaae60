import { existsSync } from 'node:fs';
import type { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { UserError } from '../process/user-error.ts';

const systemChromium = '/usr/bin/chromium';
const packages = ['chromium', 'chromium-sandbox', 'fonts-dejavu-core'];

/** The browser for the end-to-end suite; installed where that can be done without asking, else the one command to run is named. */
export const findChromium = async (guardian: Guardian, say: (line: string) => void, signal: AbortSignal): Promise<string> => {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    throw new UserError(`CHROMIUM_PATH names ${given}, which does not exist. Correct it, or unset it to let the tests look for a browser.`);
  }
  const found = given || (existsSync(systemChromium) ? systemChromium : await findPlaywrightsOwn());
  if (found) return found;
  const isDebian = existsSync('/etc/debian_version');
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  if (!isDebian || process.getuid?.() !== 0) {
    const command = isDebian ? `sudo apt-get ${install.join(' ')}` : 'npx playwright install chromium';
    throw new UserError(`The end-to-end tests need a Chromium browser and found none, so they did not run. Install it with: ${command}`);
  }
  say('Installing Chromium for the end-to-end tests (apt-get).');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(guardian, 'apt-get', ['update', '-q'], { env, signal, capture: true });
  const { output } = await runCommand(guardian, 'apt-get', install, { env, signal, capture: true });
  if (existsSync(systemChromium)) return systemChromium;
  const reason = output.trim().split('\n').slice(-5).join('\n');
  throw new UserError(
    `${reason}\nChromium could not be installed, so the end-to-end tests did not run. Try it by hand: apt-get ${install.join(' ')}`,
  );
};

const findPlaywrightsOwn = async (): Promise<string | null> => {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
};
