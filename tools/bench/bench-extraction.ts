import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { combine, scoreShingles } from '../corpora/score-shingles.ts';
import { runCommand } from '../process/run-command.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import type { BenchContext } from './benches.ts';

interface Page {
  id: string;
  text: string;
  failed: boolean;
}

interface Costs {
  cpuMs: number;
  peakMb: number;
}

type Truth = Record<string, { articleBody: string }>;

/** The heap that the product gives the thread in which it parses. */
const limited = ['--max-old-space-size=256', '--max-semi-space-size=16'];
/** Neither a DOM with all of a browser's classes nor what Defuddle keeps of its pages fits into it. */
const roomy = ['--max-old-space-size=4096', '--max-semi-space-size=16'];
const engines: [name: string, flags: string[]][] = [
  ['coverwright', limited],
  ['readability + linkedom', limited],
  ['readability + jsdom', roomy],
  ['defuddle', roomy],
];

/**
 * The main text of real articles against what a person marked: quality by 4-gram shingles (mean precision and recall, their harmonic
 * mean), CPU of all threads a page, and peak memory. Each engine has a process of its own; a page it throws on counts as nothing found.
 */
export const benchExtraction = async ({ guardian, signal, say }: BenchContext): Promise<void> => {
  const given = process.argv.slice(3).find((argument) => !argument.startsWith('-'));
  const data = given ? resolve(process.env.INIT_CWD ?? process.cwd(), given) : join(root, '../shared/fixtures');
  const folder = join(data, 'extraction');
  if (!existsSync(join(folder, 'ground-truth.json'))) {
    throw new UserError(
      `There are no articles in ${folder}, so nothing was measured. Name the data folder: npm run bench -- extraction DIR`,
      2,
    );
  }
  const truth = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8')) as Truth;
  say(`extraction: ${Object.keys(truth).length} articles`);
  say('engine                     F1     precision  recall  CPU ms a page  peak MB  threw');
  for (const [name, flags] of engines) {
    signal.throwIfAborted();
    const runner = join(root, 'tools/bench/extraction/run-engine.mjs');
    const { code, output } = await runCommand(guardian, process.execPath, [...flags, runner, name, folder, root], {
      signal,
      capture: true,
    });
    if (code !== 0) throw new UserError(`${name} could not be measured: ${output.slice(-500).trim()}`);
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    const costs = JSON.parse(lines.at(-1) ?? '{}') as Costs;
    say(
      row(
        name,
        lines.slice(0, -1).map((line) => JSON.parse(line) as Page),
        costs,
        truth,
      ),
    );
  }
};

const row = (name: string, pages: Page[], { cpuMs, peakMb }: Costs, truth: Truth): string => {
  const { f1, precision, recall } = combine(pages.map(({ id, text }) => scoreShingles(truth[id]?.articleBody ?? '', text)));
  const figures = [f1.toFixed(3), precision.toFixed(3), recall.toFixed(3), cpuMs.toFixed(1), peakMb.toFixed(0)];
  const threw = String(pages.filter(({ failed }) => failed).length);
  const [first = '', second = '', third = '', cpu = '', peak = ''] = figures;
  return `${name.padEnd(27)}${first.padEnd(7)}${second.padEnd(11)}${third.padEnd(8)}${cpu.padEnd(15)}${peak.padEnd(9)}${threw}`;
};
