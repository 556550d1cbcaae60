import {
  apiPaths,
  type Application,
  type CreateApplication,
  type ListOf,
  type Message,
  type Orchestration,
  type PostMessageAnswer,
} from '@coverwright/contracts';
import { openEventStream, type EventStreamReader } from '@coverwright/testing';

const endings: Orchestration['status'][] = ['success', 'failure', 'cancelled'];

/** What a person does, over HTTP. */
export class ProductClient {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send('GET', path)) as T;
  }

  async list<T>(path: string): Promise<T[]> {
    return (await this.get<ListOf<T>>(`${path}?limit=100`)).items;
  }

  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(this.url + path, { method, ...json });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
    return JSON.parse(text) as unknown;
  }

  async create(fields: CreateApplication): Promise<Application> {
    return (await this.send('POST', apiPaths.applications, fields)) as Application;
  }

  async say(applicationId: string, content: string): Promise<PostMessageAnswer> {
    return (await this.send('POST', apiPaths.messages(applicationId), { content })) as PostMessageAnswer;
  }

  events(applicationId: string): EventStreamReader {
    return openEventStream(this.url + apiPaths.applicationEvents(applicationId));
  }

  async finished(jobId: string): Promise<Orchestration> {
    const events = openEventStream(this.url + apiPaths.orchestrationEvents(jobId));
    try {
      return (await events.until(({ data }) => endings.includes((data as Orchestration).status))).data as Orchestration;
    } finally {
      events.close();
    }
  }

  /** Says something and waits for the whole reply. */
  async ask(applicationId: string, content: string): Promise<Message> {
    const events = this.events(applicationId);
    try {
      await events.next();
      const { reply_id } = await this.say(applicationId, content);
      const isEnd = ({ event, data }: { event: string; data: unknown }) =>
        event === 'message' && (data as Message).id === reply_id && (data as Message).status !== 'streaming';
      return (await events.until(isEnd)).data as Message;
    } finally {
      events.close();
    }
  }
}
