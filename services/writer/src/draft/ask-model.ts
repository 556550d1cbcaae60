import { ModelError, type ModelClient, type ModelRequest } from '@coverwright/server';

/** Calls that one letter may cost, everything counted. */
export const callLimit = 9;

/** The talk with a model over one letter. */
export interface Session {
  model: ModelClient;
  signal: AbortSignal;
  seed: number;
  /** Tokens that prompt and answer share. */
  window: number;
  calls: number;
  /** Why there is no point in asking on; null while there is. */
  ended: string | null;
}

export type Ask = Omit<ModelRequest, 'seed' | 'signal'>;

export interface Answer {
  text: string;
  /** The answer stopped at its token limit: its last sentence is likely a half one. */
  isCut: boolean;
}

export const callsLeft = (session: Session): number => (session.ended === null ? callLimit - session.calls : 0);

/**
 * Asks once. Null when there is no answer to use; `session.ended` tells when asking on is in vain. Only a stopped run throws: every other
 * failure still ends in a letter.
 */
export async function askModel(session: Session, ask: Ask): Promise<Answer | null> {
  if (callsLeft(session) <= 0) return null;
  session.calls += 1;
  try {
    const answer = await session.model.chat({ ...ask, seed: (session.seed + session.calls) % 2 ** 31, signal: session.signal });
    return { text: answer.text, isCut: answer.finish === 'length' };
  } catch (error) {
    session.signal.throwIfAborted();
    if (!(error instanceof ModelError) || error.code === 'ABORTED') throw error;
    // What the engine could not do now it will not do a moment later; waiting and retrying is the client's business.
    if (error.code !== 'BAD_OUTPUT') session.ended = error.message.replace(/\.$/, '');
    return null;
  }
}
