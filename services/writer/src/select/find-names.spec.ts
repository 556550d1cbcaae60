import { describe, expect, it } from '@jest/globals';
import { collectEvidence } from '@coverwright/server';
import { newNote, testApplications } from '../../test/test-applications.ts';
import { findNames } from './find-names.ts';

describe('findNames', () => {
  const { application, ...rest } = testApplications.nurse;
  const names = findNames(
    collectEvidence({
      ...rest,
      application: { ...application, job_title: 'Night Manager' },
      notes: [newNote(60, ['We are looking for a Night Manager who knows the Bristol wards well.'])],
    }),
  );

  it('finds what sentences write with a capital', () => {
    expect(names).toContain('bristol');
  });

  it('takes no word of a post for a name because a sentence speaks of the post', () => {
    expect(names).not.toContain('night');
    expect(names).not.toContain('manager');
  });
});
