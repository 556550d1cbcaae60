import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Guardian } from '/work/h/scale/tools/process/guardian.ts';
import { startScaledStack } from '/work/h/scale/tools/bench/scale/scaled-stack.ts';
const pss = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
const kids = (pid: number) => readdirSync('/proc').filter((n) => /^\d+$/.test(n)).map(Number).filter((n) => { try { const t = readFileSync(`/proc/${n}/stat`, 'utf8'); return Number(t.slice(t.lastIndexOf(')') + 2).split(' ')[1]) === pid; } catch { return false; } });
const variants: [string, Record<string, string>][] = [
  ['as is', {}],
  ['arena2', { MALLOC_ARENA_MAX: '2' }],
  ['semi1', { NODE_OPTIONS: '--max-semi-space-size=1' }],
  ['nocompilecache', { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ['optsize', { NODE_OPTIONS: '--optimize-for-size --max-semi-space-size=1', MALLOC_ARENA_MAX: '2' }],
  ['old80', { NODE_OPTIONS: '--max-semi-space-size=1 --max-old-space-size=90', MALLOC_ARENA_MAX: '2' }],
  ['gc', { NODE_OPTIONS: '--import=/tmp/scale-gc.mjs' }],
  ['gc+arena+semi', { NODE_OPTIONS: '--max-semi-space-size=1 --import=/tmp/scale-gc.mjs', MALLOC_ARENA_MAX: '2' }],
];
for (const [name, env] of variants) {
  const saved = { ...process.env };
  Object.assign(process.env, env);
  const guardian = new Guardian();
  const folder = await mkdtemp('/tmp/scale-mem-');
  const signal = new AbortController().signal;
  const stack = await startScaledStack({ guardian, signal, say: console.log }, { folder, databaseUrl: null, writers: null });
  await new Promise((r) => setTimeout(r, 7000));
  console.log(name, stack.startSeconds.toFixed(1), [...stack.pids].map(([n, p]) => `${n} ${pss(p).toFixed(0)}${kids(p).map((k) => ` +${pss(k).toFixed(0)}`).join('')}`).join(', '));
  await stack.stop();
  await rm(folder, { recursive: true });
  for (const key of Object.keys(env)) { if (saved[key] === undefined) delete process.env[key]; else process.env[key] = saved[key]; }
}
process.exit(0);
