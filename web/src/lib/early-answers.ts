/** What a request was answered with. `body` is the parsed JSON, or undefined when there was none. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Older than this an answer is asked for anew, in milliseconds. */
const freshMs = 10_000;

const answers = new Map<string, { answer: Promise<Answer>; askedAt: number }>();

/** Asks before there is anybody to want the answer, so that it travels beside the code that does. */
export function askEarly(path: string): Promise<Answer> {
  const answer = fetch(path, { headers: { accept: 'application/json' } }).then(async (response) => ({
    status: response.status,
    body: (await response.json().catch(() => undefined)) as unknown,
  }));
  // A failure is nobody's business yet: whoever wants the answer asks again.
  answer.catch(() => undefined);
  answers.set(path, { answer, askedAt: performance.now() });
  return answer;
}

/** The early answer to `path`, once; undefined when there is none, or it failed or is old. */
export async function takeEarly(path: string): Promise<Answer | undefined> {
  const early = answers.get(path);
  answers.delete(path);
  if (early === undefined || performance.now() - early.askedAt > freshMs) return undefined;
  return early.answer.catch(() => undefined);
}
