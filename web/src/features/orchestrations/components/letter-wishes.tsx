import { letterLengthSchema, type OrchestrateRequest } from '@coverwright/contracts';
import { Choice } from '../../../components/choice.tsx';

export interface Wishes {
  tone: string;
  length: string;
}

export const noWishes: Wishes = { tone: '', length: '' };

const noWish = { value: '', text: 'No wish' };
const tones = [noWish, { value: 'plain', text: 'Plain' }, { value: 'warm', text: 'Warm' }, { value: 'formal', text: 'Formal' }];
const lengths = [noWish, { value: 'short', text: 'Short' }, { value: 'medium', text: 'Medium' }, { value: 'long', text: 'Long' }];

/** What is asked for of tone and length; nothing where there is no wish. */
export function toRequest({ tone, length }: Wishes): Pick<OrchestrateRequest, 'tone' | 'length'> {
  const chosen = letterLengthSchema.safeParse(length);
  return { ...(tone === '' ? {} : { tone }), ...(chosen.success ? { length: chosen.data } : {}) };
}

export function LetterWishes({ wishes, onWishes }: { wishes: Wishes; onWishes: (wishes: Wishes) => void }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Choice label="Tone" value={wishes.tone} onValue={(tone) => onWishes({ ...wishes, tone })} options={tones} />
      <Choice label="Length" value={wishes.length} onValue={(length) => onWishes({ ...wishes, length })} options={lengths} />
    </div>
  );
}
