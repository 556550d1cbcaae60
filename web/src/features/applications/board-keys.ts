export type BoardStep = { kind: 'row'; column: number; by: 1 | -1 } | { kind: 'column' | 'move'; column: number };

interface Pressed {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** What a key does on a card of the board: to the next card, to the next column, or with Shift the card itself. Null: nothing. */
export function findStep({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed, columns: number, column: number): BoardStep | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'ArrowDown' || key === 'ArrowUp') return shiftKey ? null : { kind: 'row', column, by: key === 'ArrowDown' ? 1 : -1 };
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  const next = column + (key === 'ArrowRight' ? 1 : -1);
  if (next < 0 || next >= columns) return null;
  return { kind: shiftKey ? 'move' : 'column', column: next };
}
