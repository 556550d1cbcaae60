import { describe, expect, it } from '@jest/globals';
import { findEmbeddedPostings } from './find-embedded-postings.ts';

const page = 'https://careers.fernhill.example/jobs/1?gh_jid=4012345&ashby_jid=75a1';

describe('findEmbeddedPostings', () => {
  it.each([
    [
      '<iframe src="/jobs/1/pump-engineer/job?in_iframe=1"></iframe>',
      ['https://careers.fernhill.example/jobs/1/pump-engineer/job?in_iframe=1'],
    ],
    [
      '<iframe src="https://boards.greenhouse.io/embed/job_app?for=fernhill&token=1"></iframe>',
      ['https://boards.greenhouse.io/embed/job_app?for=fernhill&token=1'],
    ],
    [
      '<script src="https://boards.greenhouse.io/embed/job_board/js?for=fernhill"></script>',
      ['https://boards.greenhouse.io/embed/job_app?for=fernhill&token=4012345'],
    ],
    ['<script src="https://jobs.ashbyhq.com/fernhill/embed?version=2"></script>', ['https://jobs.ashbyhq.com/fernhill/75a1']],
    ['<iframe src="https://www.youtube-nocookie.example/embed/x"></iframe><iframe src="javascript:x"></iframe><iframe></iframe>', []],
  ])('finds in %s: %j', (html, expected) => {
    expect(findEmbeddedPostings(html, page)).toEqual(expected);
  });

  it('needs to know which job of the board it is', () => {
    const html = '<script src="https://boards.greenhouse.io/embed/job_board/js?for=fernhill"></script>';
    expect(findEmbeddedPostings(html, 'https://fernhill.example/jobs')).toEqual([]);
  });
});
