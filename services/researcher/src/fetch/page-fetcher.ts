import { FetchFailed, FetchRefused, asFetchError } from './fetch-errors.ts';
import { DEFAULT_LIMITS, ROBOTS_AGENT, type FetchLimits } from './fetch-limits.ts';
import { acceptHeader, formatOf, type Accept, type Format } from './accept-types.ts';
import { decodeText } from './decode-text.ts';
import { exchange, type Exchanged } from './exchange.ts';
import { gateUrl, isAllowedPrivate } from './gate-url.ts';
import { isPathAllowed, parseRobots, type RobotsRules } from './match-robots.ts';
import { openGuardedAgent, resolveWithSystem, type Resolve } from './open-connection.ts';
import { HostTurns } from './take-turns.ts';
import { watchProgress } from './watch-progress.ts';

/** What a site gives to ask later whether a page has changed: both as sent, null where it gave none. */
export interface PageValidators {
  etag: string | null;
  last_modified: string | null;
}

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
}

interface Visit {
  accept: string;
  etag?: string | null;
  lastModified?: string | null;
  tooLarge: 'fail' | 'cut';
  maxBytes: number;
  acceptType: (contentType: string) => void;
  admit: (url: URL) => Promise<void>;
}

const MAX_STANDSTILLS = 2;
const ROBOTS_BYTES = 500 * 1024;

/**
 * The one way to the web: every hop passes the gate, the address check, the site's robots.txt and the host's turn. State (robots.txt,
 * turns, sites that ran into a deadline) lives as long as one run.
 */
export class PageFetcher {
  readonly #options: FetcherOptions;
  readonly #limits: FetchLimits;
  readonly #turns = new HostTurns();
  readonly #robots = new Map<string, Promise<RobotsRules>>();
  readonly #sitemaps = new Map<string, string[]>();
  readonly #tooSlow = new Set<string>();

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  /** @throws FetchRefused, FetchFailed, or the signal's reason when aborted. */
  fetch(rawUrl: string, signal: AbortSignal, wish?: Pick<FetchWish, 'accept'>): Promise<FetchedPage>;
  /** With validators, a page that has not changed is not read again. */
  fetch(rawUrl: string, signal: AbortSignal, wish: FetchWish): Promise<FetchedPage | NotModified>;
  async fetch(rawUrl: string, signal: AbortSignal, wish: FetchWish = {}): Promise<FetchedPage | NotModified> {
    const { accept = 'page', etag, lastModified } = wish;
    const visit: Visit = {
      accept: acceptHeader(accept),
      etag,
      lastModified,
      tooLarge: 'fail',
      maxBytes: this.#limits.maxBytes,
      acceptType: (contentType) => void formatOf(contentType, accept),
      admit: (url) => this.#askRobots(url, signal),
    };
    const { url, answer } = await this.#follow(rawUrl, visit, signal);
    const { validators } = answer;
    if (answer.status === 304) return { notModified: true, url: url.href, validators };
    const format = formatOf(answer.contentType, accept);
    if (answer.contentType === '' && looksBinary(answer.bytes)) throw new FetchRefused('The address leads to a file, not to a page.');
    return { url: url.href, format, text: decodeText(answer.bytes, answer.contentType, format), validators };
  }

  /** The sitemaps that the robots.txt of an origin names, as far as it has been asked. */
  sitemapsOf(origin: string): string[] {
    return this.#sitemaps.get(origin) ?? [];
  }

  async #follow(rawUrl: string, visit: Visit, signal: AbortSignal): Promise<{ url: URL; answer: Exchanged }> {
    let budgetMs = this.#limits.deadlineMs;
    let next = rawUrl;
    for (let hop = 0; hop <= this.#limits.maxRedirects; hop += 1) {
      const url = gateUrl(next, this.#options.allowPrivate);
      await visit.admit(url);
      const pauseMs = isAllowedPrivate(url, this.#options.allowPrivate) ? 0 : this.#limits.pauseMs;
      const answer = await this.#turns.run(url.host, pauseMs, signal, async () => {
        const started = performance.now();
        const exchanged = await this.#ask(url, visit, budgetMs, signal);
        budgetMs -= performance.now() - started;
        return exchanged;
      });
      if (answer.location === null) return { url, answer };
      if (!URL.canParse(answer.location, url.href)) throw new FetchFailed('The site sends on to an address that is not valid.');
      next = new URL(answer.location, url).href;
    }
    throw new FetchFailed(`The site sends on from page to page without end (more than ${this.#limits.maxRedirects} times).`);
  }

  /** What broke off while this process stood still is asked for again: that was not the site's fault. */
  async #ask(url: URL, visit: Visit, budgetMs: number, signal: AbortSignal, tries = MAX_STANDSTILLS): Promise<Exchanged> {
    if (this.#tooSlow.has(url.host)) throw new FetchFailed('The site did not answer in time before, so it was not asked again.');
    const { allowPrivate, resolve = resolveWithSystem } = this.#options;
    const watch = watchProgress(signal, { deadlineMs: budgetMs, idleMs: this.#limits.idleMs });
    const mayBePrivate = (origin: URL) => isAllowedPrivate(origin, allowPrivate);
    const dispatcher = openGuardedAgent({ resolve, mayBePrivate, signal: watch.signal });
    try {
      return await exchange(url, { dispatcher, watch, ...visit });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (watch.stoodStill() && tries > 0) return await this.#ask(url, visit, budgetMs, signal, tries - 1);
      const failure = asFetchError(watch.signal.aborted ? watch.signal.reason : error);
      if (failure instanceof FetchFailed && failure.timedOut) this.#tooSlow.add(url.host);
      throw failure;
    } finally {
      watch.stop();
      // Closes whatever is still open; there is nothing left to wait for.
      void dispatcher.destroy();
    }
  }

  async #askRobots(url: URL, signal: AbortSignal): Promise<void> {
    let rules = this.#robots.get(url.origin);
    if (rules === undefined) {
      rules = this.#readRobots(url.origin, signal);
      this.#robots.set(url.origin, rules);
    }
    const { sitemaps = [] } = await rules;
    this.#sitemaps.set(url.origin, sitemaps);
    if (!isPathAllowed(await rules, `${url.pathname}${url.search}`))
      throw new FetchRefused('The site’s robots.txt asks not to read this page.');
  }

  async #readRobots(origin: string, signal: AbortSignal): Promise<RobotsRules> {
    const visit: Visit = {
      accept: 'text/plain,*/*;q=0.5',
      tooLarge: 'cut',
      maxBytes: ROBOTS_BYTES,
      acceptType: () => undefined,
      admit: async () => undefined,
    };
    try {
      const { answer } = await this.#follow(`${origin}/robots.txt`, visit, signal);
      return parseRobots(answer.bytes.toString('utf8'), ROBOTS_AGENT);
    } catch (error) {
      const status = error instanceof FetchFailed ? error.status : null;
      // RFC 9309: no robots.txt means no restriction; one that cannot be had means stay away.
      if (status !== null && status >= 400 && status < 500 && status !== 429) return { rules: [] };
      if (status !== null)
        throw new FetchRefused(`The site’s robots.txt could not be read (it answered ${status}), so the site was left alone.`);
      throw error;
    }
  }
}

function looksBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes(0);
}
