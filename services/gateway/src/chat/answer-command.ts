import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Application, Message, OrchestrateRequest } from '@coverwright/contracts';
import { AppError, JobRepository, MessageRepository, type NewMessage } from '@coverwright/server';
import { Orchestrations } from '../orchestrations/orchestrations.ts';
import { EngineProbe } from '../system/engine-probe.ts';
import { acknowledge } from './acknowledge.ts';
import { AnswerFromStore, type StoredAnswer } from './answer-from-store.ts';
import { parseCommand, type ChatCommand } from './parse-command.ts';
import { sayings, sayRunning, sayState, suggest, suggestAfter } from './phrases.ts';

/** What is answered at once; `streaming` means that a model may write more. */
export type Reply = Pick<NewMessage, 'content' | 'status' | 'job_id' | 'document_id' | 'suggestions'>;

/** A person should see an answer at once, also while the model server is slow to say how it is. */
const engineWithinMs = 150;
const underWay: string[] = [sayings.status, sayings.cancel];

/** Answers a message by what the rules made of it: starts and stops runs, reads from what is stored, or leaves the rest to the model. */
@Injectable()
export class AnswerCommand {
  constructor(
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(Orchestrations) private readonly orchestrations: Orchestrations,
    @Inject(AnswerFromStore) private readonly store: AnswerFromStore,
    @Inject(EngineProbe) private readonly engine: EngineProbe,
  ) {}

  async answer(application: Application, command: ChatCommand): Promise<Reply> {
    switch (command.kind) {
      case 'start': {
        const stopped = await this.stopFirst(application.id, command);
        const { action, url, urls } = command;
        const more = urls.filter((other) => other !== url);
        const request = { action, ...(url === null ? {} : { url }), ...(more.length === 0 ? {} : { urls: more }) };
        return this.start(application.id, request, stopped + acknowledge(action));
      }
      case 'revise': {
        const stopped = await this.stopFirst(application.id, command);
        const said = (await this.store.hasLetter(application.id))
          ? 'Writing a new version with that in mind. The one you have stays as it is. I will update you when done.'
          : 'There is no letter yet, so I am drafting one with that in mind. I will update you when done.';
        return this.start(application.id, { action: 'write_only', feedback: command.feedback }, stopped + said);
      }
      case 'cancel':
        return this.cancel(application.id);
      case 'yes': {
        const offer = await this.soleOffer(application.id);
        return offer === null ? this.say(application, command) : this.answer(application, parseCommand(offer));
      }
      default:
        return this.say(application, command);
    }
  }

  /** Another answer to a message that was answered before. What starts or stops a run has been done: it is not done twice. */
  async answerAgain(application: Application, question: Message, command: ChatCommand): Promise<Reply> {
    if (command.kind === 'cancel') return complete(await this.store.status(application.id));
    if (command.kind !== 'start' && command.kind !== 'revise' && command.kind !== 'yes') return this.say(application, command);
    const started = (await this.messages.listReplies(question.id)).find(({ job_id }) => job_id !== null);
    const job = started === undefined || started.job_id === null ? null : await this.jobs.find(started.job_id);
    if (job === null && command.kind === 'yes') return this.say(application, command);
    const before = job === null ? 'This was not started, and another reply starts nothing.' : `I do not start this twice. ${sayState(job)}`;
    const open = job?.status === 'pending' || job?.status === 'running';
    const suggestions = open ? underWay : [...new Set([question.content, ...(job === null ? [] : suggestAfter(job))])];
    return {
      content: open ? before : `${before} To have it done again, send it again.`,
      status: 'complete',
      job_id: job?.id ?? null,
      suggestions,
    };
  }

  private async say(application: Application, command: Exclude<ChatCommand, { kind: 'start' | 'revise' | 'cancel' }>): Promise<Reply> {
    switch (command.kind) {
      case 'status':
        return complete(await this.store.status(application.id));
      case 'findings':
        return complete(await this.store.findings(application.id));
      case 'help':
        return complete(this.store.help());
      case 'unsure': {
        // Said at once; a model that is there may add to it.
        const offer = complete(suggest(command));
        return (await this.mayHaveModel()) ? { ...offer, status: 'streaming' } : offer;
      }
      case 'letter':
        return { status: 'complete', ...(await this.store.letter(application.id)) };
      case 'again':
        return complete(await this.store.again(application.id));
      case 'greeting':
      case 'thanks':
      case 'fine':
      case 'goodbye':
      case 'yes':
      case 'no':
        return complete(await this.store.smallTalk(command.kind, application));
      case 'talk':
        return (await this.mayHaveModel())
          ? { content: '', status: 'streaming' }
          : complete(await this.store.withoutModel(application, await this.engine.ask()));
    }
  }

  /** What the person was offered last, when that was one thing. "Yes" to it is as good as saying it. */
  private async soleOffer(applicationId: string): Promise<string | null> {
    const [last] = await this.messages.listLatest(applicationId, 1);
    const [offer, ...others] = last?.suggestions ?? [];
    if (last?.role !== 'assistant' || !last.reply_to || offer === undefined || others.length > 0) return null;
    const { kind } = parseCommand((await this.messages.get(last.reply_to)).content);
    return kind === 'unsure' || kind === 'again' ? offer : null;
  }

  /** "Stop and …": ends what runs, and says so. */
  private async stopFirst(applicationId: string, { stopFirst }: { stopFirst?: true }): Promise<string> {
    if (!stopFirst || (await this.jobs.findOpen(applicationId)) === null) return '';
    const { content } = await this.cancel(applicationId);
    return `${content} `;
  }

  /** Also when the engine cannot be asked at once: whether there is a model is then found out while the reply is written. */
  private async mayHaveModel(): Promise<boolean> {
    const engine = await Promise.race([this.engine.ask(), pause(engineWithinMs, null, { ref: false })]);
    return engine === null || engine.chat_model !== null;
  }

  private async start(applicationId: string, request: OrchestrateRequest, said: string): Promise<Reply> {
    try {
      const job = await this.orchestrations.start(applicationId, request, { idempotencyKey: null, origin: 'chat' });
      return { content: said, status: 'complete', job_id: job.id, suggestions: underWay };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'JOB_ACTIVE') throw error;
      const active = await this.jobs.findOpen(applicationId);
      return { content: sayRunning(active), status: 'complete', job_id: active?.id ?? null, suggestions: underWay };
    }
  }

  private async cancel(applicationId: string): Promise<Reply> {
    const open = await this.jobs.findOpen(applicationId);
    if (open === null) return complete({ content: 'Nothing is running, so there is nothing to cancel.', suggestions: [] });
    await this.messages.forgoAnnouncement(open.id);
    try {
      await this.orchestrations.cancel(open.id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'JOB_NOT_CANCELLABLE') throw error;
      // It ended by itself a moment ago.
      const ended = await this.jobs.get(open.id);
      return { ...complete({ content: sayState(ended), suggestions: suggestAfter(ended) }), job_id: ended.id };
    }
    return { content: 'Cancelled. What was found so far is kept.', status: 'complete', job_id: open.id, suggestions: [sayings.findings] };
  }
}

const complete = ({ content, suggestions }: StoredAnswer): Reply => ({ content, status: 'complete', suggestions });
