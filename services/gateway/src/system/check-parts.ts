import { explainError } from '@coverwright/server';

export interface PartState {
  ok: boolean;
  detail: string;
}

/** Whether a part can do its work now, and if not, why. */
export async function checkPart(check: () => Promise<void>, fine: string, broken: string): Promise<PartState> {
  try {
    await check();
    return { ok: true, detail: fine };
  } catch (error) {
    const known = explainError(error);
    return { ok: false, detail: known.code === 'INTERNAL' ? `${broken} (${(error as Error).message})` : known.message };
  }
}
