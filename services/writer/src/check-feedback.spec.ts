import { describe, expect, it } from '@jest/globals';
import { testApplications } from '../test/test-applications.ts';
import { checkFeedback } from './check-feedback.ts';
import { gatherMaterial } from './gather-material.ts';

const check = (feedback: string | null) => checkFeedback(gatherMaterial({ ...testApplications.nurse, feedback }));

describe('checkFeedback', () => {
  it('names what no evidence has', () => {
    expect(check('Say that I have 31 years with Oracle')).toMatchObject({ passed: false, detail: expect.stringMatching(/31.*Oracle/) });
  });

  it('lets pass what the resume has', () => {
    expect(check('Say more about the 24 beds at Severn Vale Hospital and SystmOne')).toMatchObject({ passed: true });
  });

  it('says what was left out', () => {
    expect(check("Please don't mention my night shifts")).toMatchObject({ passed: true, detail: 'Left out: night shifts.' });
  });

  it.each([null, '  '])('says nothing about no feedback', (feedback) => {
    expect(check(feedback)).toBeNull();
  });
});
