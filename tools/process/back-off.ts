export interface BackOff {
  /** Milliseconds before the first restart. */
  first: number;
  /** The longest pause, milliseconds. */
  most: number;
  /** A child that was up this long starts again from `first`, milliseconds. */
  calmAfter: number;
}

export const defaultBackOff: BackOff = { first: 500, most: 30_000, calmAfter: 60_000 };

/** The pause before a restart, milliseconds. `deaths` counts the restarts in a row so far (0 for the first). */
export const pauseBefore = (deaths: number, backOff: BackOff): number => Math.min(backOff.first * 2 ** deaths, backOff.most);
