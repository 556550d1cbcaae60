const size = 4;

export interface Score {
  precision: number;
  recall: number;
}

/** How much of the expected text was found and how much of the found text was expected, by runs of four words with their counts. */
export const scoreShingles = (expected: string, found: string): Score => {
  const wanted = countShingles(expected);
  const got = countShingles(found);
  let shared = 0;
  for (const [shingle, count] of wanted.counts) shared += Math.min(count, got.counts.get(shingle) ?? 0);
  if (wanted.total === 0 && got.total === 0) return { precision: 1, recall: 1 };
  return { precision: got.total === 0 ? NaN : shared / got.total, recall: wanted.total === 0 ? NaN : shared / wanted.total };
};

/** Over all pages: the harmonic mean of mean precision and mean recall. Pages that say nothing about one of them are left out of it. */
export const combine = (scores: Score[]): Score & { f1: number } => {
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

const countShingles = (text: string): { counts: Map<string, number>; total: number } => {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const total = words.length === 0 ? 0 : Math.max(1, words.length - size + 1);
  for (let at = 0; at < total; at += 1) {
    const shingle = words.slice(at, at + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return { counts, total };
};

const mean = (values: number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
};
