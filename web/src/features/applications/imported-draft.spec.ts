import { describe, expect, it } from '@jest/globals';
import type { ImportAnswer } from '@coverwright/contracts';
import { listFields, readChanges, toImportedDraft } from './imported-draft.ts';

const answer = (fields: Partial<ImportAnswer> = {}): ImportAnswer => ({
  id: '0f0e4a5c-0000-7000-8000-000000000001',
  company_name: 'Fernhill Optics',
  job_title: 'Lens Grinder',
  company_url: null,
  job_url: 'https://fernhill.example/jobs/1',
  job_description: 'Grind lenses.',
  location: 'Jena',
  remote: null,
  employment_type: 'full-time',
  salary: null,
  status: 'saved',
  notes: null,
  last_activity_at: '2026-01-02T03:04:05.678Z',
  created_at: '2026-01-02T03:04:05.678Z',
  updated_at: '2026-01-02T03:04:05.678Z',
  missing: ['company_url', 'remote', 'salary'],
  ...fields,
});

describe('what was read from a posting', () => {
  it('is text to correct, and empty where the page said nothing', () => {
    expect(toImportedDraft(answer())).toMatchObject({ company_name: 'Fernhill Optics', salary: '', location: 'Jena' });
    const anonymous = answer({ company_name: 'boardly.example', missing: ['company_name'] });
    expect(toImportedDraft(anonymous).company_name).toBe('');
  });

  it('sends what was changed and nothing else', () => {
    const draft = toImportedDraft(answer());
    expect(readChanges(draft, answer())).toEqual({ changes: {} });
    const changed = { ...draft, company_url: 'fernhill.example', salary: '€ 60,000', location: ' ' };
    expect(readChanges(changed, answer())).toEqual({
      changes: { company_url: 'https://fernhill.example', salary: '€ 60,000', location: null },
    });
  });

  it('names what is wrong, a company that is still to be named included', () => {
    const draft = { ...toImportedDraft(answer()), company_url: 'our site' };
    expect(readChanges(draft, answer())).toEqual({
      problems: { company_url: 'Company website must be a full http:// or https:// address.' },
    });
    const anonymous = answer({ company_name: 'boardly.example', missing: ['company_name'] });
    expect(readChanges(toImportedDraft(anonymous), anonymous)).toEqual({ problems: { company_name: 'Company must not be empty.' } });
  });
});

describe('listFields', () => {
  it('reads like a sentence', () => {
    expect(listFields(['salary'])).toBe('salary');
    expect(listFields(['company_url', 'remote', 'salary'])).toBe('company website, remote and salary');
  });
});
