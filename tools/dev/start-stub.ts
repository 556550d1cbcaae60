import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { splitLines } from '../process/split-lines.ts';
import { Supervisor } from '../process/supervise.ts';
import { root } from '../root.ts';
import { findFreePort } from '../start/check-port.ts';

const entry = join(root, 'libs/shared/testing/dist/ollama-stub/main.js');

/** A stand-in for Ollama on a free port. */
export const startStub = async (guardian: Guardian, say: (line: string) => void): Promise<{ url: string; supervisor: Supervisor }> => {
  const port = await findFreePort();
  const supervisor = new Supervisor({
    name: 'model stub',
    say,
    start: () =>
      guardian.spawn(process.execPath, [entry], {
        env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    whenReady: (child) => new Promise((resolve) => splitLines(child.stdout, () => resolve())),
  });
  await supervisor.ready;
  return { url: `http://127.0.0.1:${port}`, supervisor };
};
