import { useState } from 'react';
import { tryStorage } from './try-storage.ts';

/** Which colours the page has; `system`: those that the person's system asks for. */
export const colourChoices = ['system', 'light', 'dark'] as const;
export type Colours = (typeof colourChoices)[number];

const key = 'coverwright-colours';

/** The chosen colours, and how to choose. `looks-first.ts` sets them again when the page is opened the next time. */
export function useColours(): [Colours, (next: Colours) => void] {
  const [colours, setColours] = useState<Colours>(
    () => colourChoices.find((each) => each === tryStorage((storage) => storage.getItem(key))) ?? 'system',
  );
  const choose = (next: Colours) => {
    tryStorage((storage) => storage.setItem(key, next));
    document.documentElement.style.colorScheme = next === 'system' ? '' : next;
    setColours(next);
  };
  return [colours, choose];
}
