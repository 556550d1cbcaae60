import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { ExtractFailed } from '../extract/load-html.ts';
import { traceOf, type Answer, type Asked } from './parse-messages.ts';

/** Pure functions by name; arguments and results are copied between processes. */
export type Tasks = Record<string, (...args: never[]) => unknown>;

/** Makes this thread answer to tasks, one after the other. The first thing it says is that it has started. */
export function serveTasks(tasks: Tasks): void {
  const port = parentPort;
  if (port === null) throw new Error('Tasks are served in a worker thread only.');
  port.on('message', ({ task, args }: Asked) => port.postMessage(perform(tasks[task], args as never[])));
  port.postMessage('started');
  // A thread is ended rather than left to end by itself, and only the latter writes what it has compiled.
  flushCompileCache();
}

function perform(task: Tasks[string] | undefined, args: never[]): Answer {
  try {
    if (task === undefined) throw new Error('There is no task of that name.');
    return { outcome: 'done', value: task(...args) };
  } catch (error) {
    return error instanceof ExtractFailed ? { outcome: 'refused', reason: error.message } : { outcome: 'broken', trace: traceOf(error) };
  }
}
