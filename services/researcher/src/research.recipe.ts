import { Inject, Injectable } from '@nestjs/common';
import type { OrchestrateRequest, ResearchResult, SourceReport } from '@coverwright/contracts';
import { AppError, ApplicationRepository, JobRecipe, ResearchNoteRepository, SETTINGS, type Run, type Settings } from '@coverwright/server';
import { researchCompany } from './research-company.ts';
import { normaliseUrl } from './sources/normalise-url.ts';

/** Reads the pages of one run and stores what they say, page by page, so that a killed run keeps what it had. */
@Injectable()
export class ResearchRecipe extends JobRecipe {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
  ) {
    super();
  }

  override run = async (run: Run): Promise<void> => {
    const application = await this.applications.get(run.job.application_id);
    const stored = await this.notes.listOfJob(run.job.id);
    const asked = askedUrls(run.job.request);
    const sources: SourceReport[] = [];

    await researchCompany(
      {
        urls: asked,
        jobUrl: application.job_url,
        companyUrl: application.company_url,
        companyName: application.company_name,
        jobTitle: application.job_title,
        jobDescription: application.job_description,
      },
      {
        ...this.settings.research,
        signal: run.signal,
        alreadyFetched: (url) => stored.find((note) => note.source_url === url) ?? null,
        onPage: async (report, done, total, note) => {
          if (note !== null) await run.addNote(note);
          sources.push(report);
          run.report((100 * done) / Math.max(total, 1), describePage(report), { pages_done: done, pages_total: total, sources });
        },
      },
    );

    refuseUnreadAsked(asked, sources);
    await run.finishResearch(await this.count(run), sources);
  };

  /** Counted in the database, so that a run that was interrupted says what it added in all. */
  private async count(run: Run): Promise<ResearchResult> {
    const all = await this.notes.listAll(run.job.application_id);
    const added = all.filter((note) => note.created_at >= run.job.created_at);
    return { notes_added: added.length, notes_total: all.length };
  }
}

function askedUrls(request: OrchestrateRequest): string[] {
  return [...(request.url === undefined ? [] : [request.url]), ...(request.urls ?? [])];
}

function describePage(report: SourceReport): string {
  const read = report.outcome === 'fetched' || report.outcome === 'cached';
  return read ? `Read ${report.title ?? report.url}` : `Could not read ${report.url}: ${report.reason ?? 'unknown reason'}`;
}

/** A page that the person asked for by name must not be missing without a word: the run fails when none of them could be read. */
function refuseUnreadAsked(asked: string[], sources: SourceReport[]): void {
  if (asked.length === 0) return;
  const wanted = new Set(asked.map(normaliseUrl));
  const unread = sources.filter((source) => wanted.has(source.url) && source.outcome !== 'fetched' && source.outcome !== 'cached');
  if (unread.length < wanted.size) return;
  const reasons = unread.map((source) => `${source.url}: ${source.reason ?? 'it could not be read'}`);
  throw new AppError('RESEARCH_FAILED', `The page you asked for could not be read. ${reasons.join(' · ')}`, {
    hint: 'Check the address and press Retry, or start again without it.',
  });
}
