import type { DiffPart } from '@coverwright/contracts';

export interface Change {
  kind: 'added' | 'removed' | 'replaced';
  before: string;
  after: string;
}

/** The changes of a comparison one by one; what was taken out where something was put in is a replacement. */
export function listChanges(parts: readonly DiffPart[]): Change[] {
  const changes: Change[] = [];
  for (const [index, { kind, text }] of parts.entries()) {
    const last = changes.at(-1);
    if (kind === 'removed') changes.push({ kind, before: text, after: '' });
    else if (kind === 'added' && parts[index - 1]?.kind === 'removed' && last) Object.assign(last, { kind: 'replaced', after: text });
    else if (kind === 'added') changes.push({ kind, before: '', after: text });
  }
  return changes;
}
