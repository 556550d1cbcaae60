import { describe, expect, it } from '@jest/globals';
import { emptyDraft, problemsByField, readDraft } from './new-application-draft.ts';

const draft = { ...emptyDraft, company_name: 'Acme', job_title: 'Engineer' };

describe('readDraft', () => {
  it('leaves empty fields out', () => {
    expect(readDraft({ ...draft, job_description: '  ' })).toEqual({ body: { company_name: 'Acme', job_title: 'Engineer' } });
  });

  it('keeps text as it was typed', () => {
    expect(readDraft({ ...draft, company_name: ' Acme ', job_description: '\nBuild things\n' })).toEqual({
      body: { company_name: ' Acme ', job_title: 'Engineer', job_description: '\nBuild things\n' },
    });
  });

  it('completes addresses typed without a scheme', () => {
    expect(readDraft({ ...draft, company_url: 'acme.example', job_url: 'https://acme.example/jobs/1' })).toMatchObject({
      body: { company_url: 'https://acme.example', job_url: 'https://acme.example/jobs/1' },
    });
  });

  it('names what is missing or wrong, field by field', () => {
    expect(readDraft({ ...emptyDraft, job_url: 'my notes' })).toEqual({
      problems: {
        company_name: 'The company must not be empty.',
        job_title: 'The job title must not be empty.',
        job_url: 'The job posting link must be a full http:// or https:// address.',
      },
    });
  });
});

describe('problemsByField', () => {
  it('keeps the first problem of a field and skips fields the form does not have', () => {
    const problems = [
      { path: 'job_url', message: 'is wrong' },
      { path: 'job_url', message: 'is too long' },
      { path: 'location', message: 'is too long' },
    ];
    expect(problemsByField(problems)).toEqual({ job_url: 'The job posting link is wrong.' });
  });
});
