import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { scriptBeside, WorkEnded, type WorkAnswer, type WorkLimits, type WorkOrder, type WorkReport } from './work.ts';

const host = fileURLToPath(scriptBeside('host', import.meta.url));
/** Milliseconds beyond the deadline of the work: for the process to start, and to end the work itself. */
const graceMs = 5000;

/**
 * Runs `script` in a process of its own: whatever it does to its memory, this one lives, and the memory is given back. Nothing of this
 * process but `input` reaches it: no settings, no output.
 */
export function runInProcess<T>(script: URL, input: unknown, limits: WorkLimits, signal: AbortSignal): Promise<WorkAnswer<T>> {
  const child = fork(host, { serialization: 'advanced', env: {}, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise<WorkAnswer<T>>((resolve, reject) => {
    const end = (error: WorkEnded) => {
      reject(error);
      child.kill('SIGKILL');
    };
    const onAbort = () => end(new WorkEnded('shutdown'));
    const deadline = setTimeout(() => end(new WorkEnded('time')), limits.deadlineMs + graceMs);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    child.once('message', (report: WorkReport) => {
      if ('answer' in report) resolve(report.answer as WorkAnswer<T>);
      else reject(new WorkEnded(report.ended, report.detail));
    });
    child.once('error', () => end(new WorkEnded('crash', 'no process')));
    // Ended by a signal: by V8 or by the system, for want of memory. After an answer this changes nothing.
    child.once('exit', (code, by) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', onAbort);
      reject(new WorkEnded(by === null ? 'crash' : 'memory', by ?? `exit ${code}`));
    });
    const order: WorkOrder = { script: script.href, input, limits };
    child.send(order, (error) => {
      if (error !== null) end(new WorkEnded('crash', error.name));
    });
  });
}
