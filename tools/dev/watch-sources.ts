import { globSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write in several steps; one build is enough for all of them. Milliseconds. */
const quietFor = 150;

/**
 * Calls `onChange` after source files of libraries or services changed, never twice at once; changes that come meanwhile lead to
 * one more call. Returns how to stop.
 */
export const watchSources = (root: string, onChange: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await onChange().finally(() => (running = false));
    if (again) {
      again = false;
      await run();
    }
  };
  const changed = (file: string | null) => {
    if (file && (!file.endsWith('.ts') || /spec\.ts$/.test(file))) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void run(), quietFor);
  };
  const watchers = globSync('{libs/shared,services}/*/src', { cwd: root }).map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => changed(file)),
  );
  return () => {
    if (timer) clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
};
