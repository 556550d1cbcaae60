import type { Guardian } from '../process/guardian.ts';
import { benchExport } from './bench-export.ts';
import { benchGuards } from './bench-guards.ts';
import { benchStart } from './bench-start.ts';

export interface BenchContext {
  guardian: Guardian;
  signal: AbortSignal;
  say: (line: string) => void;
  /** What stands behind the bench's name on the command line. */
  args?: string[];
}

/** Every bench by name: measures, and says its figures with something measured in the same run beside them. */
export const benches: Record<string, (context: BenchContext) => Promise<void>> = {
  start: benchStart,
  guards: benchGuards,
  export: benchExport,
  // Its imports are there only after the set-up.
  extraction: async (context) => (await import('./bench-extraction.ts')).benchExtraction(context),
  flow: async (context) => (await import('./bench-flow.ts')).benchFlow(context),
  research: async (context) => (await import('./bench-research.ts')).benchResearch(context),
  verify: async (context) => (await import('./bench-verify.ts')).benchVerify(context),
  chat: async (context) => (await import('./bench-chat.ts')).benchChat(context),
  model: async (context) => (await import('./bench-model.ts')).benchModel(context),
  scale: async (context) => (await import('./scale/bench-scale.ts')).benchScale(context),
  history: async (context) => context.say(describe(await (await import('./scale/bench-history.ts')).benchHistory(context))),
  writers: async (context) => context.say(describe(await (await import('./scale/bench-writers.ts')).benchWriters(context))),
  fanout: async (context) => {
    const { describeFanout } = await import('./scale/describe-figures.ts');
    context.say(describeFanout(await (await import('./scale/bench-fanout.ts')).benchFanout(context)));
  },
  memory: async (context) => {
    const { describeStart } = await import('./scale/describe-figures.ts');
    context.say(describeStart(await (await import('./scale/bench-memory.ts')).benchMemory(context)));
  },
  page: async (context) => (await import('./page/bench-page.ts')).benchPage(context),
  letters: async (context) => (await import('./bench-letters.ts')).benchLetters(context),
};

const describe = (figures: unknown): string => JSON.stringify(figures, null, 2);
