import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { findBroken, type Letters } from './check-letters.ts';

const text = 'Dear team,\n';
const sha256 = createHash('sha256').update(text).digest('hex');
const letter = (fields: object = {}) =>
  ({
    id: 'd1',
    application_id: 'a1',
    job_id: 'j1',
    version: 1,
    content: text,
    file_path: 'a1/v1.md',
    ...fields,
  }) as Letters['documents'][number];
const run = (fields: object = {}) => ({ job_id: 'j1', status: 'success', ...fields }) as Letters['runs'][number];
const whole = { runs: [run()], documents: [letter()], files: { 'a1/v1.md': sha256 } };

describe('the letters of a stack', () => {
  it('are whole when every run has one letter and every letter its file', () => {
    expect(findBroken(whole)).toEqual([]);
  });

  it.each([
    ['a run that did not end well', { ...whole, runs: [run(), run({ job_id: 'j2', status: 'failure' })] }, 'run j2 is failure'],
    ['a lost letter', { ...whole, documents: [], files: {} }, 'run j1 has 0 letters'],
    ['a doubled letter', { ...whole, documents: [letter(), letter({ id: 'd2', version: 2 })] }, 'run j1 has 2 letters'],
    ['a missing file', { ...whole, files: {} }, 'letter d1 has no file'],
    ['a file with another text', { ...whole, files: { 'a1/v1.md': 'other' } }, 'the file of letter d1 differs from its row'],
    ['a gap in the versions', { ...whole, documents: [letter({ version: 2 })] }, 'a1 has the versions 2'],
    ['a file that nobody names', { ...whole, files: { ...whole.files, 'a1/.v2.tmp': sha256 } }, 'no row names the file a1/.v2.tmp'],
  ])('are not whole with %s', (_, letters, line) => {
    expect(findBroken(letters)).toContain(line);
  });
});
