/** Does `work` for every item, at most `limit` at a time, and ends when all are done; the first failure ends it early. */
export const runAtOnce = async <T>(items: readonly T[], limit: number, work: (item: T) => Promise<unknown>): Promise<void> => {
  const waiting = items.values();
  const line = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, line));
};
