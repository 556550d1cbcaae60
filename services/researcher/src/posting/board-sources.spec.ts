import { describe, expect, it } from '@jest/globals';
import { findBoardSource } from './board-sources.ts';

const id = '75a1f1ad-13d2-4513-952c-71b6dfcaa84f';

describe('findBoardSource', () => {
  it.each([
    [
      'https://boards.greenhouse.io/fernhill/jobs/4012345?gh_src=x',
      'https://boards-api.greenhouse.io/v1/boards/fernhill/jobs/4012345?pay_transparency=true',
    ],
    [
      'https://job-boards.eu.greenhouse.io/fernhill/jobs/4012345',
      'https://boards-api.eu.greenhouse.io/v1/boards/fernhill/jobs/4012345?pay_transparency=true',
    ],
    [
      'https://boards.greenhouse.io/embed/job_app?for=fernhill&token=4012345',
      'https://boards-api.greenhouse.io/v1/boards/fernhill/jobs/4012345?pay_transparency=true',
    ],
    [`https://jobs.lever.co/fernhill/${id}/apply`, `https://api.lever.co/v0/postings/fernhill/${id}`],
    [`https://jobs.eu.lever.co/fernhill/${id}`, `https://api.eu.lever.co/v0/postings/fernhill/${id}`],
    [
      `https://jobs.ashbyhq.com/Fernhill%20Optics/${id}/application`,
      'https://api.ashbyhq.com/posting-api/job-board/Fernhill%20Optics?includeCompensation=true',
    ],
  ])('knows what is behind %s', (address, api) => {
    expect(findBoardSource(address)?.api).toBe(api);
  });

  it('leads back from the form to the page', () => {
    expect(findBoardSource(`https://jobs.lever.co/fernhill/${id}/apply?x=1`)?.page).toBe(`https://jobs.lever.co/fernhill/${id}`);
  });

  it.each([
    'https://boards.greenhouse.io/fernhill',
    'https://jobs.lever.co/fernhill',
    'https://greenhouse.io.evil.example/fernhill/jobs/1',
    'https://fernhill.example/jobs/4012345',
    'nonsense',
  ])('knows nothing behind %s', (address) => {
    expect(findBoardSource(address)).toBeNull();
  });
});
