import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { cacheDir, root } from '../../root.ts';
import type { BenchContext } from '../benches.ts';
import { benchFanout } from './bench-fanout.ts';
import { benchHistory } from './bench-history.ts';
import { benchMemory } from './bench-memory.ts';
import { benchWriters } from './bench-writers.ts';
import { describeFigures } from './describe-figures.ts';
import { drawPlot } from './draw-plot.ts';
import type { ScaleFigures } from './figures.ts';

const page = join(root, 'docs/performance.md');
const begin = '<!-- figures: written by npm run bench -- scale --write -->';
const end = '<!-- end of figures -->';

/** Everything about scale in one run; as JSON in the cache, and with `--write` into docs/performance.md with its plot. */
export const benchScale = async (context: BenchContext): Promise<void> => {
  const figures: ScaleFigures = {
    measuredAt: new Date().toISOString(),
    machine: `${cpus().length} cores (${(cpus()[0]?.model ?? 'unknown').trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`,
    start: await benchMemory(context),
    fanout: await benchFanout(context),
    writers: await benchWriters(context),
    sizes: await benchHistory(context),
  };
  const text = describeFigures(figures);
  context.say(text);
  const folder = join(cacheDir, 'bench');
  await mkdir(folder, { recursive: true });
  await save(join(folder, 'scale.json'), figures);
  context.say(`As JSON: ${join(folder, 'scale.json')}`);
  if (!context.args?.includes('--write')) return;
  await save(join(root, 'docs/performance.json'), figures);
  await writeFile(join(root, 'docs/images/cost-by-size.svg'), drawPlot(figures.sizes));
  const before = await readFile(page, 'utf8');
  const [head = '', rest = ''] = before.split(begin);
  await writeFile(page, `${head}${begin}\n\n${text}\n\n${end}${rest.split(end)[1] ?? ''}`);
};

const save = (file: string, figures: ScaleFigures): Promise<void> => writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
