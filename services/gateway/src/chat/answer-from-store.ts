import { Inject, Injectable } from '@nestjs/common';
import type { Application } from '@coverwright/contracts';
import { DocumentRepository, JobRepository, ResearchNoteRepository } from '@coverwright/server';
import { sayEnded } from './phrases.ts';

const maxFacts = 6;

/** Answers that need no model: they are read from what is stored. */
@Injectable()
export class AnswerFromStore {
  constructor(
    @Inject(JobRepository) private readonly jobs: JobRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
  ) {}

  async status(applicationId: string): Promise<string> {
    const [job] = (await this.jobs.list(applicationId, { limit: 1 })).items;
    if (job === undefined)
      return 'Nothing has run yet for this application. Say “Research this company and then draft a cover letter” to start.';
    if (job.status !== 'pending' && job.status !== 'running') return `Nothing is running. The last run: ${sayEnded(job)}`;
    const pages =
      job.progress.pages_total === undefined ? '' : ` ${job.progress.pages_done ?? 0} of ${job.progress.pages_total} pages read.`;
    return `${job.stage === 'queued' ? 'Waiting to start' : `Busy ${job.stage}`}, ${job.progress.percent} %: ${job.progress.message}.${pages}`;
  }

  async findings(applicationId: string): Promise<string> {
    const notes = (await this.notes.listAll(applicationId)).filter((note) => !note.excluded);
    if (notes.length === 0) return 'I have no research notes for this application yet. Say “Research this company” to start.';
    const facts = notes.flatMap((note) =>
      note.facts.map((fact) => `- “${fact.quote}” ([${linkText(note.title, note.source_url)}](${note.source_url}))`),
    );
    const more = facts.length > maxFacts ? `\n\nThere is more in the research notes: ${facts.length} quotes in all.` : '';
    const count = `${notes.length} research ${notes.length === 1 ? 'note' : 'notes'}`;
    if (facts.length === 0) return `I have ${count}, but found no sentence worth quoting in ${notes.length === 1 ? 'it' : 'them'}.`;
    return `From ${count}:\n\n${facts.slice(0, maxFacts).join('\n')}${more}`;
  }

  /** What can be said to any question while there is no model. */
  async summary(application: Application): Promise<string> {
    const letter = await this.documents.findLatest(application.id, 'cover_letter');
    const letterLine = letter === null ? 'There is no letter yet.' : `The latest letter is version ${letter.version}.`;
    return [
      'There is no language model at hand, so I cannot talk freely; everything else works.',
      `This application is for ${application.job_title} at ${application.company_name}. ${letterLine}`,
      await this.findings(application.id),
    ].join('\n\n');
  }
}

const linkText = (title: string, url: string) => (title.trim() === '' ? url : title).replace(/[[\]\\]/g, ' ');
