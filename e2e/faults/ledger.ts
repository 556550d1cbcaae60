/** One run as its client knows it: what was answered, not what is stored. */
export interface KnownRun {
  jobId: string;
  applicationId: string;
  /** The last thing the product answered about it: accepted or started again, or cancelled for good. */
  told: 'accepted' | 'cancelled';
  /** A page that is not there was asked for by name, so it may fail. */
  mayFail: boolean;
}

export interface KnownEdit {
  applicationId: string;
  content: string;
  /** True: answered 201. False: no answer came, so it may be there or not. */
  confirmed: boolean;
}

/** Everything the clients were promised. */
export class Ledger {
  readonly runs = new Map<string, KnownRun>();
  readonly edits: KnownEdit[] = [];
  /** Applications whose deletion was asked for, and answered before anything is judged. */
  readonly deleted = new Set<string>();
  /** What the product should never have answered. */
  readonly surprises: string[] = [];
  doubleClicks = 0;
  cancels = 0;
  retries = 0;
}
