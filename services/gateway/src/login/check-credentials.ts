import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Attempts } from '../http/hardening/attempts.ts';
import { clientKey } from '../http/hardening/client-key.ts';
import { readSessionCookie } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

/** Wrong ones. A token has 16 characters at least: this is against noise and guessable tokens. */
const wrongTokens = { most: 10, perMs: 15 * 60 * 1000 };

export type Standing = 'known' | 'renewed' | 'unknown' | { retryInMs: number };

/** Who may come in: somebody with the token, or with the proof that they once had it. */
export class Credentials {
  readonly sessions: Sessions;
  private readonly digest: Buffer;
  private readonly attempts = new Attempts(wrongTokens);

  constructor(token: string) {
    this.sessions = new Sessions(token);
    // Nobody can type the white space around it, and no header carries it.
    this.digest = sha256(token.trim());
  }

  /** True when the token is right, false when it is wrong, and how long to wait when a client was wrong too often to be heard. */
  tryToken(given: string, address: string | undefined): boolean | { retryInMs: number } {
    const client = clientKey(address);
    const retryInMs = this.attempts.take(client);
    if (retryInMs > 0) return { retryInMs };
    if (!timingSafeEqual(sha256(given), this.digest)) return false;
    this.attempts.giveBack(client);
    return true;
  }

  /** By `Authorization: Bearer`, else by cookie. A cookie is no guess, so it is heard in any case. */
  check(request: IncomingMessage): Standing {
    const bearer = /^Bearer +(\S.*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const right = this.tryToken(bearer.trim(), request.socket.remoteAddress);
      return typeof right === 'object' ? right : right ? 'known' : 'unknown';
    }
    const session = this.sessions.check(readSessionCookie(request));
    return session === 'none' ? 'unknown' : session === 'stale' ? 'renewed' : 'known';
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
