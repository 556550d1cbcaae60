import { TaskPool } from '../src/parse/task-pool.ts';
import type { hostileTasks } from './hostile-worker.ts';

// A service that is reading a page which never ends. Says the helper's process id, to be killed then.
const pool = new TaskPool<typeof hostileTasks>(new URL('./hostile-worker.ts', import.meta.url), {
  helpers: 1,
  memoryMb: 96,
  taskMs: 60_000,
  idleMs: 60_000,
});
const never = new AbortController().signal;
process.stdout.write(`${await pool.run('process', [], never)}\n`);
await pool.run('hang', [], never);
