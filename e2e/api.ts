import {
  apiPaths,
  applicationSchema,
  documentListSchema,
  documentWithContentSchema,
  isTerminal,
  orchestrateAnswerSchema,
  orchestrationSchema,
  researchNoteListSchema,
  resumeSchema,
  type Application,
  type CreateApplication,
  type Document,
  type DocumentWithContent,
  type Orchestration,
  type OrchestrateRequest,
  type ResearchNote,
} from '@coverwright/contracts';
import { openEventStream } from '@coverwright/testing';

export interface Answer {
  status: number;
  type: string;
  body: unknown;
}

/** A client from outside: plain HTTP, every good answer read with the published schema. */
export class Api {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(this.url + path, { method, ...json });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: type.includes('json') ? (JSON.parse(text) as unknown) : text };
  }

  async useSampleResume(): Promise<string> {
    const { sample } = resumeSchema.parse(await this.#good('GET', apiPaths.resume));
    await this.#good('PUT', apiPaths.resume, { content: sample });
    return sample;
  }

  async createApplication(more: Partial<CreateApplication> = {}): Promise<Application> {
    const fields = { company_name: 'Harrow & Finch', job_title: 'Senior Backend Engineer', ...more };
    return applicationSchema.parse(await this.#good('POST', apiPaths.applications, fields));
  }

  async start(applicationId: string, request: OrchestrateRequest): Promise<string> {
    return orchestrateAnswerSchema.parse(await this.#good('POST', apiPaths.orchestrate(applicationId), request)).job_id;
  }

  async run(jobId: string): Promise<Orchestration> {
    return orchestrationSchema.parse(await this.#good('GET', apiPaths.orchestration(jobId)));
  }

  async cancel(jobId: string): Promise<Orchestration> {
    return orchestrationSchema.parse(await this.#good('POST', apiPaths.cancel(jobId)));
  }

  async retry(jobId: string): Promise<Orchestration> {
    return orchestrationSchema.parse(await this.#good('POST', apiPaths.retry(jobId)));
  }

  async notes(applicationId: string): Promise<ResearchNote[]> {
    return researchNoteListSchema.parse(await this.#good('GET', apiPaths.researchNotes(applicationId))).items;
  }

  async documents(applicationId: string): Promise<Document[]> {
    return documentListSchema.parse(await this.#good('GET', apiPaths.applicationDocuments(applicationId))).items;
  }

  async document(id: string): Promise<DocumentWithContent> {
    return documentWithContentSchema.parse(await this.#good('GET', apiPaths.document(id)));
  }

  /** Every state that the run's stream tells of, from now until `fits`; the last one fits. */
  async watch(jobId: string, fits: (run: Orchestration) => boolean): Promise<Orchestration[]> {
    const stream = openEventStream(this.url + apiPaths.orchestrationEvents(jobId));
    const states: Orchestration[] = [];
    try {
      await stream.until(({ event, data }) => {
        if (event !== 'snapshot' && event !== 'job') return false;
        const state = orchestrationSchema.parse(data);
        states.push(state);
        return fits(state);
      });
    } finally {
      stream.close();
    }
    return states;
  }

  async finished(jobId: string): Promise<Orchestration> {
    const states = await this.watch(jobId, (run) => isTerminal(run.status));
    return states.at(-1) as Orchestration;
  }

  async #good(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
