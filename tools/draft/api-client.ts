import { apiPaths, type Problem } from '@coverwright/contracts';
import { UserError } from '../process/user-error.ts';

/** The gateway's REST API as a terminal uses it. Every failure is a `UserError` that says what the gateway said. */
export class ApiClient {
  readonly url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, token: string | null) {
    this.url = url;
    this.#headers = token ? { authorization: `Bearer ${token}` } : {};
  }

  async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new UserError(await describeProblem(response));
    return (await response.json()) as T;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { ...init, headers: { ...this.#headers, ...(init.headers as Record<string, string>) } });
  }

  /** 'absent' when nothing there is a Coverwright, else whether it can do its work. */
  async state(): Promise<'ready' | 'unready' | 'absent'> {
    try {
      const response = await this.fetch(apiPaths.healthReady, { signal: AbortSignal.timeout(3000) });
      const health = (await response.json()) as { parts?: unknown };
      if (typeof health !== 'object' || health.parts === undefined) return 'absent';
      return response.ok ? 'ready' : 'unready';
    } catch {
      // Refused, silent, or not JSON: whatever it is, it is not ours.
      return 'absent';
    }
  }
}

const describeProblem = async (response: Response): Promise<string> => {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Problem;
    const fields = (problem.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`).join('');
    return `${problem.title}: ${problem.detail}${fields}`;
  } catch {
    // Something between us and the gateway answered in its own words.
    return `The gateway answered ${response.status}: ${text.slice(0, 300)}`;
  }
};
