import type { IdleTimes } from './measure-idle.ts';
import { percentile } from './percentile.ts';
import { concurrency } from './plan.ts';

/** Runs a second in one round, measured one after the other. */
export interface Rates {
  product: number;
  /** BullMQ alone: the one job a `write_only` run has. */
  single: number;
  /** BullMQ alone: a child and its parent. */
  paired: number;
  /** The one job, and the durable writes of a run done by hand. */
  byHand: number;
}

/** Says one line a figure, with its goal where there is one. Rates and ratios are medians over the rounds. */
export const sayFigures = (say: (line: string) => void, rounds: Rates[], idle: IdleTimes): void => {
  const median = (of: (rates: Rates) => number) => percentile(rounds.map(of), 0.5);
  const rate = (name: keyof Rates) => `${median((rates) => rates[name]).toFixed(0)} runs/s`;
  say(`flow: product ${rate('product')} (write_only over HTTP, ${concurrency} at once, instant model; median of ${rounds.length} rounds)`);
  say(`flow: bare BullMQ ${rate('single')} (the same single job, nothing done; a child and its parent: ${rate('paired')})`);
  say(`flow: by hand ${rate('byHand')} (the same single job, 3 synced SQLite transactions, 1 synced file in a synced folder)`);
  say(
    `flow: product / bare BullMQ ${atLeast(
      median(({ product, single }) => product / single),
      0.2,
    )}`,
  );
  say(
    `flow: product / by hand ${atLeast(
      median(({ product, byHand }) => product / byHand),
      0.7,
    )}`,
  );
  say(`flow: POST to answer, idle: p50 ${ms(idle.answered, 0.5)}, p95 ${ms(idle.answered, 0.95, 20)}`);
  say(`flow: POST to saved letter as an event, idle: p50 ${ms(idle.saved, 0.5, 100)}, p95 ${ms(idle.saved, 0.95)}`);
};

const atLeast = (ratio: number, goal: number): string => `${ratio.toFixed(2)} (goal at least ${goal.toFixed(2)}: ${said(ratio >= goal)})`;

const ms = (values: number[], share: number, goal?: number): string => {
  const value = percentile(values, share);
  return `${value.toFixed(1)} ms${goal === undefined ? '' : ` (goal at most ${goal} ms: ${said(value <= goal)})`}`;
};

const said = (reached: boolean): string => (reached ? 'reached' : 'missed');
