import type { BenchContext } from './benches.ts';
import { measureInputs } from './model/measure-inputs.ts';
import { measureTurns } from './model/measure-turns.ts';

/** What the whole product makes of a model server with one slot: whether prompts fit, whether the model stays loaded, and who goes first. */
export const benchModel = async (context: BenchContext): Promise<void> => {
  await measureInputs(context);
  await measureTurns(context);
};
