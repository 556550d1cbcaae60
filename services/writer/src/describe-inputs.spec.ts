import { describe, expect, it } from '@jest/globals';
import { newNote, testApplications } from '../test/test-applications.ts';
import { describeInputs } from './describe-inputs.ts';
import { gatherMaterial } from './gather-material.ts';
import type { LetterRequest } from './letter-request.ts';

const base = testApplications.nurse;
const describeWith = (changes: Partial<LetterRequest>) => describeInputs(gatherMaterial({ ...base, ...changes }), 'ollama:tiny');

describe('describeInputs', () => {
  it('is the same for the same request', () => {
    expect(describeWith({})).toEqual(describeWith({}));
  });

  it.each<[string, Partial<LetterRequest>]>([
    ['resume', { resume: `${base.resume}\n` }],
    ['posting', { application: { ...base.application, job_description: 'Nights only.' } }],
    ['company name', { application: { ...base.application, company_name: 'Holm House' } }],
    ['job title', { application: { ...base.application, job_title: 'Sister' } }],
    ['notes', { notes: [newNote(1, ['Holm Lodge cares for 65 residents in three small houses.'])] }],
    ['pin of a note', { notes: base.notes.map((note) => ({ ...note, pinned: true })) }],
    ['feedback', { feedback: 'shorter' }],
    ['tone', { tone: 'formal' }],
    ['length', { length: 'long' }],
    ['day', { today: new Date('2026-08-02T09:00:00Z') }],
    ['past letters', { pastLetters: 'Dear all, …' }],
  ])('changes with the %s', (_, changes) => {
    expect(describeWith(changes)).not.toEqual(describeWith({}));
  });

  it('names the prompts only when a model was given them', () => {
    expect(describeInputs(gatherMaterial(base), null)).toMatchObject({ model: null, prompt_sha256: null });
  });
});
