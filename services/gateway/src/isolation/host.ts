import { runInThread } from './run-in-thread.ts';
import { WorkEnded, type WorkOrder, type WorkReport } from './work.ts';

/** A process for one piece of work. Its main thread keeps watch over the one that works, whatever that does. */
process.title = 'coverwright-files';
// Whoever asked is gone, and nobody else wants the answer.
process.on('disconnect', () => process.exit());
process.once('message', (order: WorkOrder) => {
  void work(order).then((report) => process.send?.(report, () => process.exit()));
});

async function work({ script, input, limits }: WorkOrder): Promise<WorkReport> {
  try {
    return { answer: await runInThread(new URL(script), input, limits) };
  } catch (error) {
    return error instanceof WorkEnded ? { ended: error.reason, detail: error.detail } : { ended: 'crash', detail: (error as Error).name };
  }
}
