/** Runs `work` over the items in order, at most `limit` at once. The first failure stops new ones and is thrown after the rest ended. */
export async function runLimited<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  let failed = false;
  const lane = async () => {
    for (const item of queue) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.max(1, limit) }, lane));
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
}
