import { describe, expect, it } from '@jest/globals';
import { findStep } from './board-keys.ts';

const press = (key: string, more: Partial<Parameters<typeof findStep>[0]> = {}) =>
  findStep({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more }, 3, 1);

describe('findStep', () => {
  it('goes from card to card with the arrows', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'row', column: 1, by: 1 });
    expect(press('ArrowUp')).toEqual({ kind: 'row', column: 1, by: -1 });
    expect(press('ArrowLeft')).toEqual({ kind: 'column', column: 0 });
  });

  it('moves the card with Shift, and not beyond the last column', () => {
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ kind: 'move', column: 2 });
    const event = { key: 'ArrowRight', shiftKey: true, altKey: false, ctrlKey: false, metaKey: false };
    expect(findStep(event, 3, 2)).toBeNull();
  });

  it('leaves other keys, and those of the browser, alone', () => {
    expect(press('Enter')).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });
});
