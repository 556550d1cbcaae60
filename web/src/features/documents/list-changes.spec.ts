import { describe, expect, it } from '@jest/globals';
import type { DiffPart } from '@coverwright/contracts';
import { listChanges } from './list-changes.ts';

const part = (kind: DiffPart['kind'], text: string): DiffPart => ({ kind, text });

describe('listChanges', () => {
  it('tells additions, removals and replacements apart', () => {
    const parts = [
      part('same', 'I '),
      part('removed', 'am'),
      part('added', 'was'),
      part('same', ' a '),
      part('added', 'good '),
      part('same', 'cook'),
      part('removed', '!'),
    ];
    expect(listChanges(parts)).toEqual([
      { kind: 'replaced', before: 'am', after: 'was' },
      { kind: 'added', before: '', after: 'good ' },
      { kind: 'removed', before: '!', after: '' },
    ]);
    expect(listChanges([part('same', 'all of it')])).toEqual([]);
  });
});
