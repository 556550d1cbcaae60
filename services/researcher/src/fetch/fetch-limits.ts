export interface FetchLimits {
  /** Milliseconds for one page with all its redirects, without the time spent waiting for a turn. */
  deadlineMs: number;
  /** Milliseconds without a byte. */
  idleMs: number;
  /** Bytes of one page, as sent and as unpacked. */
  maxBytes: number;
  /** Milliseconds between two requests to one host. */
  pauseMs: number;
  /** Milliseconds a site may ask to be left alone before a page is given up; they do not count against the deadline. */
  patienceMs: number;
  maxRedirects: number;
}

export const DEFAULT_LIMITS: FetchLimits = {
  deadlineMs: 20_000,
  idleMs: 8_000,
  maxBytes: 5 * 1024 * 1024,
  pauseMs: 250,
  patienceMs: 10_000,
  maxRedirects: 5,
};

export const USER_AGENT = 'Coverwright/0.1 (+https://github.com/coverwright/coverwright)';
/** The name robots.txt groups are matched against. */
export const ROBOTS_AGENT = 'Coverwright';
