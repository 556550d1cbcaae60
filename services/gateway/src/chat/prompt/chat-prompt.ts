import { Inject, Injectable } from '@nestjs/common';
import type { Application, Message, ResearchNote } from '@coverwright/contracts';
import {
  ContentFolder,
  DocumentRepository,
  JobRepository,
  MessageRepository,
  ResearchNoteRepository,
  type ModelMessage,
} from '@coverwright/server';
import { knownAddresses, type KnownAddresses } from '../reply/known-addresses.ts';
import { sayState } from '../phrases.ts';
import { composePrompt } from './compose-prompt.ts';
import { currentBranch } from './current-branch.ts';
import type { MaterialLine } from './material.ts';

const historyLength = 16;

export interface ChatTask {
  messages: ModelMessage[];
  /** What the answer may name. */
  known: KnownAddresses;
  /** What the person should know before the answer, or null. */
  note: string | null;
}

/** Gathers what the model may answer from: the application's own notes, letter, resume and conversation. */
@Injectable()
export class ChatPrompt {
  constructor(
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(MessageRepository) private readonly messages: MessageRepository,
    @Inject(JobRepository) private readonly jobs: JobRepository,
  ) {}

  /** `roomTokens`: what the prompt may take of the context window. */
  async build(application: Application, question: Message, roomTokens: number): Promise<ChatTask> {
    const [notes, letter, resume, recent, run] = await Promise.all([
      this.notes.listAll(application.id),
      this.documents.findLatest(application.id, 'cover_letter'),
      this.content.readResume(),
      this.messages.listLatest(application.id, historyLength * 2),
      this.jobs.list(application.id, { limit: 1 }),
    ]);
    const used = notes.filter((note) => !note.excluded);
    const history = currentBranch(recent, question.id).slice(-historyLength);
    const lines = [
      ...run.items.map((job): MaterialLine => ({ kind: 'run', text: sayState(job), pinned: false })),
      ...used.flatMap(linesOfNote),
      ...linesOf('posting', application.job_description ?? ''),
      ...linesOf('resume', resume?.content ?? ''),
      ...linesOf('letter', letter?.content ?? ''),
    ];
    const { company_name: companyName, job_title: jobTitle } = application;
    const prompt = composePrompt({ companyName, jobTitle, lines, history, question: question.content }, roomTokens);
    const own = [resume?.content ?? '', ...recent.filter(({ role }) => role === 'user').map(({ content }) => content), question.content];
    const sources = [...used.map((note) => note.source_url), application.company_url, application.job_url];
    return {
      messages: prompt.messages,
      known: knownAddresses(
        sources.filter((url) => url !== null),
        own,
      ),
      note: prompt.questionWasCut
        ? 'Your message is longer than the model can read at once, so it has its beginning and its end.\n\n'
        : null,
    };
  }
}

const linesOfNote = (note: ResearchNote): MaterialLine[] =>
  note.facts.map(({ quote }) => ({ kind: 'note', text: quote, pinned: note.pinned }));

const linesOf = (kind: MaterialLine['kind'], text: string): MaterialLine[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[\s#*>-]+/, '').trim())
    .filter((line) => /\p{L}{2}/u.test(line))
    .map((line) => ({ kind, text: line, pinned: false }));
