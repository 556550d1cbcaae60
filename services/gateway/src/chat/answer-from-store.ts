import { Inject, Injectable } from '@nestjs/common';
import type { Application, Engine, ResearchNote } from '@coverwright/contracts';
import { DocumentRepository, JobRepository, ResearchNoteRepository, type BackgroundJob } from '@coverwright/server';
import { chooseFindings, countOf, linkTo } from './choose-findings.ts';
import type { SmallTalk } from './parse-small-talk.ts';
import { sayAction, sayings, sayState } from './phrases.ts';

export interface StoredAnswer {
  content: string;
  suggestions: string[];
}

const maxFacts = 6;
const maxUnread = 3;

/** Answers that need no model: they are read from what is stored. */
@Injectable()
export class AnswerFromStore {
  constructor(
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
  ) {}

  async status(applicationId: string): Promise<StoredAnswer> {
    const job = await this.latestRun(applicationId);
    if (job === null) return { content: 'Nothing has run yet for this application.', suggestions: [sayings.research_then_write] };
    if (!isOpen(job)) return { content: sayState(job), suggestions: await this.nextSteps(applicationId) };
    const notes = await this.usedNotes(applicationId);
    const newest = notes.at(-1);
    const found = newest === undefined ? ' No notes yet.' : ` So far there are ${countOf(notes)}, the newest from ${linkTo(newest)}.`;
    return { content: sayState(job) + found, suggestions: [sayings.findings, sayings.cancel] };
  }

  async findings(applicationId: string): Promise<StoredAnswer> {
    const [notes, job] = await Promise.all([this.usedNotes(applicationId), this.latestRun(applicationId)]);
    const running = job !== null && isOpen(job);
    const unread = sayUnread(job);
    if (notes.length === 0) {
      const none = running ? `Nothing yet. ${sayState(job)}` : 'I have no research notes for this application yet.';
      return { content: none + unread, suggestions: running ? [sayings.status] : [sayings.research_only] };
    }
    const { facts, total } = chooseFindings(notes, maxFacts);
    const suggestions = running ? [sayings.status] : await this.nextSteps(applicationId);
    if (facts.length === 0) return { content: `I have ${countOf(notes)}, but found no sentence worth quoting.${unread}`, suggestions };
    const list = facts.map(({ quote, note }) => `- “${quote}” (${linkTo(note)})`).join('\n');
    const more = total > facts.length ? `\n\nThere is more in the research notes: ${total} quotes in all.` : '';
    return { content: `From ${countOf(notes)}${running ? ' so far' : ''}:\n\n${list}${more}${unread}`, suggestions };
  }

  async hasLetter(applicationId: string): Promise<boolean> {
    return (await this.documents.findLatest(applicationId, 'cover_letter')) !== null;
  }

  /** Where the letter is, with the version that the page can open. */
  async letter(applicationId: string): Promise<StoredAnswer & { document_id: string | null }> {
    const [letter, job] = await Promise.all([this.documents.findLatest(applicationId, 'cover_letter'), this.latestRun(applicationId)]);
    const running = job !== null && isOpen(job) ? ` ${sayState(job)}` : '';
    if (letter === null)
      return {
        content: `There is no letter yet.${running}`,
        suggestions: running === '' ? [sayings.write_only] : [sayings.status],
        document_id: null,
      };
    const content = `Here is version ${letter.version}, the latest letter. The earlier ones are kept beside it.${running}`;
    return {
      content: letter.version > 1 ? content : `Here is your letter, version 1.${running}`,
      suggestions: [sayings.shorter],
      document_id: letter.id,
    };
  }

  /** "Again" may mean much, so it is offered and not done. */
  async again(applicationId: string): Promise<StoredAnswer> {
    const job = await this.latestRun(applicationId);
    if (job === null) return { content: 'Nothing has run yet for this application.', suggestions: [sayings.research_then_write] };
    if (isOpen(job)) return { content: `It is still at work. ${sayState(job)}`, suggestions: [sayings.status, sayings.cancel] };
    const offer = sayAction(job.action, job.request.url ?? null);
    return { content: `${sayState(job)} To have that done again, say “${offer}”, or yes.`, suggestions: [offer] };
  }

  /** A word back, how things stand, and what could be next. */
  async smallTalk(kind: Exclude<SmallTalk, 'again' | 'letter'>, application: Application): Promise<StoredAnswer> {
    const job = await this.latestRun(application.id);
    if (job !== null && isOpen(job)) return { content: `${said[kind]} ${sayState(job)}`, suggestions: [sayings.status, sayings.cancel] };
    const hasLetter = await this.hasLetter(application.id);
    const next = hasLetter ? [sayings.shorter, sayings.findings] : [sayings.research_then_write, sayings.write_only];
    if (kind === 'greeting') {
      const { job_title: title, company_name: company } = application;
      const done = hasLetter
        ? 'Your letter is there; I can change it, or answer questions about it.'
        : 'I can research the company, draft the letter, or both.';
      return { content: `${said.greeting} This is about ${title} at ${company}. ${done}`, suggestions: next };
    }
    if (kind === 'yes') return { content: `${said.yes} Tell me which, for example “${next[0]}”.`, suggestions: next };
    return { content: said[kind], suggestions: kind === 'goodbye' || kind === 'no' ? [] : next };
  }

  help(): StoredAnswer {
    return {
      content: [
        'I am Coverwright, and I look after this application. You can ask me to:',
        `- research the company, draft the letter, or both: “${sayings.research_then_write}”, with an address if there is a page I should read`,
        `- change the letter: “${sayings.shorter}”, “mention my night shifts”, “less formal”; each change is a new version, none is lost`,
        `- say how far a run is: “${sayings.status}”, show what was found: “${sayings.findings}”, or stop it: “${sayings.cancel}”`,
        '- answer questions about the company, the posting, your resume and the letter, as far as a language model is there',
      ].join('\n'),
      suggestions: [sayings.research_then_write, sayings.findings],
    };
  }

  /** What can be said to any question while there is no model. */
  async withoutModel(application: Application, { message }: Engine): Promise<StoredAnswer> {
    const letter = await this.documents.findLatest(application.id, 'cover_letter');
    const about = `This application is for ${application.job_title} at ${application.company_name}. ${letter === null ? 'There is no letter yet.' : `The latest letter is version ${letter.version}.`}`;
    const can =
      'There is no language model at hand, so I cannot answer freely. I can still research the company, draft and change the letter, say how far a run is, and show what was found.';
    return {
      content: [can, about, `About the model: ${message}`].join('\n\n'),
      suggestions: [sayings.findings, ...(await this.nextSteps(application.id))],
    };
  }

  private async latestRun(applicationId: string): Promise<BackgroundJob | null> {
    return (await this.jobs.list(applicationId, { limit: 1 })).items[0] ?? null;
  }

  private async usedNotes(applicationId: string): Promise<ResearchNote[]> {
    return (await this.notes.listAll(applicationId)).filter((note) => !note.excluded);
  }

  private async nextSteps(applicationId: string): Promise<string[]> {
    return (await this.hasLetter(applicationId)) ? [sayings.shorter] : [sayings.write_only];
  }
}

const said: Record<Exclude<SmallTalk, 'again' | 'letter'>, string> = {
  greeting: 'Hello!',
  thanks: 'You are welcome.',
  fine: 'Good.',
  goodbye: 'Good luck with it! Everything stays here until you come back.',
  yes: 'I have several things that I could do.',
  no: 'All right, I leave everything as it is.',
};

const isOpen = (job: BackgroundJob): boolean => job.status === 'pending' || job.status === 'running';

/** Pages that were wanted and could not be read, with the reason: what is missing should not look like nothing to find. */
function sayUnread(job: BackgroundJob | null): string {
  const unread = (job?.sources ?? []).filter(({ outcome, found }) => ['failed', 'refused'].includes(outcome) && found !== 'guess');
  if (unread.length === 0) return '';
  const shown = unread.slice(0, maxUnread).map(({ url, reason }) => `- ${url}${reason === null ? '' : `: ${reason}`}`);
  const more = unread.length > maxUnread ? `\n- and ${unread.length - maxUnread} more` : '';
  return `\n\nNot read:\n${shown.join('\n')}${more}`;
}
