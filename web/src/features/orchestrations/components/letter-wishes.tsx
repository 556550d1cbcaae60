import { Choice } from '../../../components/choice.tsx';
import type { Wishes } from '../wishes.ts';

const noWish = { value: '', text: 'No wish' };
const tones = [noWish, { value: 'plain', text: 'Plain' }, { value: 'warm', text: 'Warm' }, { value: 'formal', text: 'Formal' }];
const lengths = [noWish, { value: 'short', text: 'Short' }, { value: 'medium', text: 'Medium' }, { value: 'long', text: 'Long' }];

export function LetterWishes({ wishes, onWishes }: { wishes: Wishes; onWishes: (wishes: Wishes) => void }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Choice label="Tone" value={wishes.tone} onValue={(tone) => onWishes({ ...wishes, tone })} options={tones} />
      <Choice label="Length" value={wishes.length} onValue={(length) => onWishes({ ...wishes, length })} options={lengths} />
    </div>
  );
}
