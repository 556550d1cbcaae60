import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

const day = 24 * 60 * 60 * 1000;
export const sessionMs = 30 * day;
const renewAfterMs = day;

/**
 * Proofs that somebody knew the token: an end, a salt and a signature with a key made from the token, so that they outlive the process and
 * end with the token. Making the key is slow on purpose: a stolen proof should not tell a guessable token.
 */
export class Sessions {
  private readonly key: Buffer;

  constructor(
    token: string,
    private readonly now: () => number = Date.now,
  ) {
    this.key = scryptSync(token, 'coverwright session 1', 32);
  }

  issue(): string {
    const claim = `${this.now() + sessionMs}.${randomBytes(9).toString('base64url')}`;
    return `${claim}.${this.sign(claim)}`;
  }

  /** 'stale' is valid, and old enough to be replaced by a new one. */
  check(proof: string): 'valid' | 'stale' | 'none' {
    const [, claim, end, signature] = /^((\d{1,16})\.[\w-]{12})\.([\w-]{43})$/.exec(proof) ?? [];
    if (claim === undefined || signature === undefined) return 'none';
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(this.sign(claim)))) return 'none';
    const left = Number(end) - this.now();
    if (left <= 0) return 'none';
    return left < sessionMs - renewAfterMs ? 'stale' : 'valid';
  }

  private sign(claim: string): string {
    return createHmac('sha256', this.key).update(claim).digest('base64url');
  }
}
