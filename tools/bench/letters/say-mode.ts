export interface ModeRow {
  mode: string;
  letters: number;
  /** Pass all hard checks. */
  clean: number;
  /** Written by the model for the most part. */
  byModel: number;
  mostCalls: number;
}

/** One line of the table. */
export const sayMode = ({ mode, letters, clean, byModel, mostCalls }: ModeRow): string =>
  `  ${mode.padEnd(16)} ${clean} of ${letters} clean, ${byModel} by the model, at most ${mostCalls} calls`;
