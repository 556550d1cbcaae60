import { acceptHeader, formatOf, type Accept, type Format } from './accept-types.ts';
import { decodeText } from './decode-text.ts';
import { exchange, type Exchanged, type PageValidators } from './exchange.ts';
import { asFetchError, FetchFailed, FetchRefused } from './fetch-errors.ts';
import { DEFAULT_LIMITS, ROBOTS_AGENT, type FetchLimits } from './fetch-limits.ts';
import { followLocation } from './follow-location.ts';
import { gateUrl, isAllowedPrivate } from './gate-url.ts';
import { isPathAllowed, parseRobots, type RobotsRules } from './match-robots.ts';
import { openGuardedAgent, resolveWithSystem, type Resolve } from './open-connection.ts';
import { SiteManners } from './site-manners.ts';
import { watchProgress } from './watch-progress.ts';

export type { PageValidators } from './exchange.ts';

export interface FetchedPage {
  /** Where the page was found in the end, after redirects. */
  url: string;
  format: Format;
  text: string;
  validators: PageValidators;
}

/** The page is still what its validators stand for; nothing was sent again. */
export interface NotModified {
  notModified: true;
  url: string;
  validators: PageValidators;
}

export interface FetchWish {
  /** Default: a page. */
  accept?: Accept;
  /** As the page's validators said when it was last read. */
  etag?: string | null;
  lastModified?: string | null;
}

export interface FetcherOptions {
  allowPrivate: readonly string[];
  limits?: Partial<FetchLimits>;
  resolve?: Resolve;
  /** What the runs of a process share. Without it, the fetcher minds only itself. */
  manners?: SiteManners;
}

interface Visit {
  accept: string;
  etag?: string | null;
  lastModified?: string | null;
  tooLarge: 'fail' | 'cut';
  maxBytes: number;
  acceptType: (contentType: string) => void;
  admit: (url: URL) => Promise<void>;
  /** Milliseconds left for this page with its redirects and their robots.txt. */
  budget: { leftMs: number };
  signal: AbortSignal;
}

const MAX_STANDSTILLS = 2;
/** How often a site that asks for patience is asked again. */
const MAX_WAITS = 2;
const ROBOTS_BYTES = 500 * 1024;
/** A body cut into small chunks, with its headers, may take this much more than it holds. */
const FRAMED = 3;

/**
 * The one way to the web: every hop passes the gate, the address check, the site's robots.txt and the host's turn. What it learns of
 * broken sites lasts as long as one run; turns and robots.txt are shared by the runs that share their manners.
 */
export class PageFetcher {
  readonly #options: FetcherOptions;
  readonly #limits: FetchLimits;
  readonly #manners: SiteManners;
  readonly #sitemaps = new Map<string, string[]>();
  readonly #tooSlow = new Set<string>();
  readonly #noRobots = new Map<string, unknown>();

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#manners = options.manners ?? new SiteManners();
  }

  /** @throws FetchRefused, FetchFailed, or the signal's reason when aborted. */
  fetch(rawUrl: string, signal: AbortSignal, wish?: Pick<FetchWish, 'accept'>): Promise<FetchedPage>;
  /** With validators, a page that has not changed is not read again. */
  fetch(rawUrl: string, signal: AbortSignal, wish: FetchWish): Promise<FetchedPage | NotModified>;
  async fetch(rawUrl: string, signal: AbortSignal, wish: FetchWish = {}): Promise<FetchedPage | NotModified> {
    const { accept = 'page', etag, lastModified } = wish;
    const budget = { leftMs: this.#limits.deadlineMs };
    const { url, answer } = await this.#follow(rawUrl, {
      accept: acceptHeader(accept),
      etag,
      lastModified,
      tooLarge: 'fail',
      maxBytes: this.#limits.maxBytes,
      acceptType: (contentType) => void formatOf(contentType, accept),
      admit: (hop) => this.#askRobots(hop, budget, signal),
      budget,
      signal,
    });
    const { validators } = answer;
    if (answer.status === 304) return { notModified: true, url: url.href, validators };
    const format = formatOf(answer.contentType, accept);
    if (answer.contentType === '' && looksBinary(answer.bytes))
      throw new FetchRefused('The address leads to a file, not to a page.', 'TYPE_UNREADABLE');
    return { url: url.href, format, text: await decodeText(answer.bytes, answer.contentType, format), validators };
  }

  /** The sitemaps that the robots.txt of an origin names, as far as it has been asked. */
  sitemapsOf(origin: string): string[] {
    return this.#sitemaps.get(origin) ?? [];
  }

  async #follow(rawUrl: string, visit: Visit): Promise<{ url: URL; answer: Exchanged }> {
    let next = rawUrl;
    for (let hop = 0; hop <= this.#limits.maxRedirects; hop += 1) {
      const url = gateUrl(next, this.#options.allowPrivate);
      await visit.admit(url);
      const answer = await this.#askPatiently(url, visit);
      if (answer.location === null) return { url, answer };
      next = followLocation(answer.location, url);
    }
    const { maxRedirects } = this.#limits;
    throw new FetchFailed(`The site sends on from page to page without end (more than ${maxRedirects} times).`, { code: 'BAD_REDIRECT' });
  }

  /** A site that asks to be left alone for a while gets that, from every run, and is asked again if it is not too long for this one. */
  async #askPatiently(url: URL, visit: Visit, waits = MAX_WAITS): Promise<Exchanged> {
    const isPrivate = isAllowedPrivate(url, this.#options.allowPrivate);
    // Ports of a public host are one machine; those of an own machine are sites that have nothing to do with each other.
    const host = isPrivate ? url.host : url.hostname;
    const pauses = { pauseMs: isPrivate ? 0 : this.#limits.pauseMs, patienceMs: this.#limits.patienceMs };
    try {
      return await this.#manners.turns.run(host, pauses, visit.signal, async () => {
        const started = performance.now();
        try {
          return await this.#ask(url, visit);
        } finally {
          visit.budget.leftMs -= performance.now() - started;
        }
      });
    } catch (error) {
      if (!(error instanceof FetchFailed) || error.retryAfterMs === null) throw error;
      this.#manners.turns.holdOff(host, error.retryAfterMs);
      if (waits === 0) throw error;
      return await this.#askPatiently(url, visit, waits - 1);
    }
  }

  /** What broke off while this process stood still is asked for again: that was not the site's fault. */
  async #ask(url: URL, visit: Visit, tries = MAX_STANDSTILLS): Promise<Exchanged> {
    if (this.#tooSlow.has(url.host))
      throw new FetchFailed('The site did not answer in time before, so it was not asked again.', { code: 'TIMED_OUT' });
    const { allowPrivate, resolve = resolveWithSystem } = this.#options;
    const { signal, budget } = visit;
    const started = performance.now();
    const watch = watchProgress(signal, { deadlineMs: budget.leftMs, idleMs: this.#limits.idleMs });
    const mayBePrivate = (origin: URL) => isAllowedPrivate(origin, allowPrivate);
    const dispatcher = openGuardedAgent({ resolve, mayBePrivate, maxBytes: FRAMED * visit.maxBytes, signal: watch.signal });
    try {
      return await exchange(url, { dispatcher, watch, ...visit });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (watch.stoodStill() && tries > 0) return await this.#ask(url, visit, tries - 1);
      const failure = asFetchError(watch.signal.aborted ? watch.signal.reason : error);
      // A host that got only what others before it in a chain of redirects left of the time is not known to be slow.
      const hadTime = performance.now() - started >= this.#limits.idleMs;
      if (failure instanceof FetchFailed && failure.timedOut && hadTime) this.#tooSlow.add(url.host);
      throw failure;
    } finally {
      watch.stop();
      // Closes whatever is still open; there is nothing left to wait for.
      void dispatcher.destroy();
    }
  }

  async #askRobots(url: URL, budget: Visit['budget'], signal: AbortSignal): Promise<void> {
    if (this.#noRobots.has(url.origin)) throw this.#noRobots.get(url.origin);
    let rules: RobotsRules;
    try {
      rules = await this.#manners.robots.of(url.origin, signal, () => this.#readRobots(url.origin, budget, signal));
    } catch (error) {
      signal.throwIfAborted();
      // One that was out of time says so itself the next time, unless it was another's fault.
      if (!(error instanceof FetchFailed && error.timedOut)) this.#noRobots.set(url.origin, error);
      throw error;
    }
    this.#sitemaps.set(url.origin, rules.sitemaps ?? []);
    if (!isPathAllowed(rules, `${url.pathname}${url.search}`))
      throw new FetchRefused('The site’s robots.txt asks not to read this page.', 'ROBOTS_DISALLOWED');
  }

  async #readRobots(origin: string, budget: Visit['budget'], signal: AbortSignal): Promise<RobotsRules> {
    try {
      const { answer } = await this.#follow(`${origin}/robots.txt`, {
        accept: 'text/plain,*/*;q=0.5',
        tooLarge: 'cut',
        maxBytes: ROBOTS_BYTES,
        acceptType: () => undefined,
        admit: async () => undefined,
        budget,
        signal,
      });
      return parseRobots(answer.bytes.toString('utf8'), ROBOTS_AGENT);
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      const { status, code } = error;
      // RFC 9309: no robots.txt, or one at the end of too many redirects, means no restriction; one that cannot be had means stay away.
      if (code === 'BAD_REDIRECT' || (status !== null && status >= 400 && status < 500 && status !== 429)) return { rules: [] };
      if (status === null || code === 'WAIT_TOO_LONG') throw error;
      throw new FetchRefused(
        `The site’s robots.txt could not be read (it answered ${status}), so the site was left alone.`,
        'ROBOTS_UNREADABLE',
      );
    }
  }
}

function looksBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes(0);
}
