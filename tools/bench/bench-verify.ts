import { ownSetFile, readSet, trades } from '../corpora/grounding.ts';
import type { BenchContext } from './benches.ts';
import { percentile } from './flow/percentile.ts';

const rounds = 20;

/** What it costs to hold a sentence to resume and notes: beside cutting the same sentences into words, and in memory a resume. */
export const benchVerify = async ({ signal, say }: BenchContext): Promise<void> => {
  const before = process.memoryUsage().heapUsed;
  const sets = await Promise.all(trades.map((trade) => readSet(`${ownSetFile(trade)}.jsonl`, `${ownSetFile(trade)}.json`)));
  const sentences = sets.flatMap(({ rows, judge }) => rows.map(({ sentence }) => ({ sentence, judge })));
  const times: { verified: number; cut: number }[] = [];
  // The first round is for the code to be compiled.
  for (let round = 0; round <= rounds; round += 1) {
    signal.throwIfAborted();
    const verified = time(() => sentences.forEach(({ sentence, judge }) => void judge(sentence)));
    const cut = time(() =>
      sentences.forEach(({ sentence }) => void (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase())),
    );
    if (round > 0) times.push({ verified, cut });
  }
  const perSentence = (of: 'verified' | 'cut') =>
    (percentile(
      times.map((time) => time[of]),
      0.5,
    ) *
      1000) /
    sentences.length;
  const megabytes = (process.memoryUsage().heapUsed - before) / 1024 ** 2;
  say(`verify: ${sentences.length} sentences over ${sets.length} resumes, median of ${rounds} rounds`);
  say(
    `verify: ${perSentence('verified').toFixed(0)} µs a sentence, ${(perSentence('verified') / perSentence('cut')).toFixed(0)} times cutting it into words`,
  );
  say(`verify: ${megabytes.toFixed(1)} MB of heap for all of it, code and evidence included`);
};

const time = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
