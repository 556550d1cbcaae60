import { Inject, Injectable } from '@nestjs/common';
import type { Application, OrchestrateRequest, ResearchResult, SourceReport } from '@coverwright/contracts';
import {
  AppError,
  ApplicationRepository,
  JobRecipe,
  Meter,
  ModelClients,
  ResearchNoteRepository,
  SETTINGS,
  type Run,
  type Settings,
} from '@coverwright/server';
import { chooseFactModel, type FactModel } from './facts/choose-fact-model.ts';
import { improveFacts, type ReadNote } from './improve-facts.ts';
import { PageTools } from './page-tools.ts';
import { researchCompany, type ResearchRequest } from './research-company.ts';
import { RunProgress } from './run-progress.ts';
import { normaliseUrl } from './sources/normalise-url.ts';

/** Reads the pages of one run and stores what they say, page by page, so that a killed run keeps what it had. */
@Injectable()
export class ResearchRecipe extends JobRecipe {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(PageTools) private readonly tools: PageTools,
    @Inject(Meter) private readonly meter: Pick<Meter, 'count'>,
    @Inject(ModelClients) private readonly models: ModelClients,
  ) {
    super();
  }

  override run = async (run: Run): Promise<void> => {
    this.tools.parser.warm();
    const application = await this.applications.get(run.job.application_id);
    const asked = askedUrls(run.job.request);
    const request = requestOf(application, asked);
    const sources: SourceReport[] = [];
    const progress = new RunProgress(run, sources, this.settings.research.maxPages);
    const model = chooseFactModel(this.models, run.signal).then((chosen) => progress.expectModel(chosen));

    const [read, factModel] = await Promise.all([this.readPages(run, request, sources, progress), model]);
    refuseUnreadAsked(asked, sources);
    if (factModel !== null) await this.readClosely(run, request, read, factModel, progress);
    await run.finishResearch(await this.count(run), sources);
  };

  private async readPages(run: Run, request: ResearchRequest, sources: SourceReport[], progress: RunProgress): Promise<ReadNote[]> {
    const ofThisRun = await this.notes.listOfJob(run.job.id);
    const read: ReadNote[] = [];
    await researchCompany(request, {
      ...this.settings.research,
      signal: run.signal,
      manners: this.tools.manners,
      readPage: (page, signal) => this.tools.parser.extract(page, signal),
      alreadyFetched: (url) => ofThisRun.find((note) => note.source_url === url) ?? null,
      findStored: (url) => this.notes.findByUrl(run.job.application_id, url),
      onStart: (url) => progress.reading(url),
      onPage: async ({ report, note, blocks }, done, total) => {
        this.meter.count('coverwright_fetches_total', { outcome: report.outcome });
        sources.push(report);
        if (note !== null) read.push({ note: await run.addNote(note), blocks, report });
        progress.page(report, done, total);
      },
    });
    return read;
  }

  private async readClosely(run: Run, request: ResearchRequest, read: ReadNote[], model: FactModel, progress: RunProgress): Promise<void> {
    await improveFacts(read, {
      ...model,
      subject: request,
      signal: run.signal,
      onCall: (call, calls) => progress.call(call, calls),
      store: (note, facts) => run.replaceFacts(note.id, facts, model.model.generator),
    });
  }

  /** Counted in the database, so that a run that was interrupted says what it added in all. */
  private async count(run: Run): Promise<ResearchResult> {
    const all = await this.notes.listAll(run.job.application_id);
    const added = all.filter((note) => note.created_at >= run.job.created_at);
    return { notes_added: added.length, notes_total: all.length };
  }
}

function requestOf(application: Application, urls: string[]): ResearchRequest {
  const { job_url, company_url, company_name, job_title, job_description } = application;
  return {
    urls,
    jobUrl: job_url,
    companyUrl: company_url,
    companyName: company_name,
    jobTitle: job_title,
    jobDescription: job_description,
  };
}

function askedUrls(request: OrchestrateRequest): string[] {
  return [...(request.url === undefined ? [] : [request.url]), ...(request.urls ?? [])];
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
