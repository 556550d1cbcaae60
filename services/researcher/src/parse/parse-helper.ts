import { traceOf, type Answer, type Asked, type ThreadLimits } from './parse-messages.ts';
import { TaskThread } from './task-thread.ts';

/**
 * The process around the thread that reads pages. A thread that is held to its memory mostly ends alone, but one large piece asked for
 * at the limit makes V8 end the whole process: then it is this one, and not the service.
 */
const [script = '', limits = ''] = process.argv.slice(2);
const start = () => new TaskThread(new URL(script), JSON.parse(limits) as ThreadLimits);
let thread = start();

const answer = async (asked: Asked): Promise<Answer> => {
  if (!thread.isUsable) thread = start();
  return await thread.run(asked);
};

const send = (message: Answer) => process.send?.(message);

process.on('message', (asked: Asked) => {
  answer(asked).then(send, (error: unknown) => send({ outcome: 'unusable', trace: traceOf(error) }));
});
// Its service decides when it ends, also when a terminal signals all of them, and takes it along however it ends itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));
