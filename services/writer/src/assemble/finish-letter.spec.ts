import { describe, expect, it } from '@jest/globals';
import { testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import type { Paragraph } from '../material.ts';
import { finishLetter } from './finish-letter.ts';

const material = gatherMaterial(testApplications.nurse);
const paragraph = (part: Paragraph['part'], ...texts: string[]): Paragraph => ({
  part,
  sentences: texts.map((text) => ({ text, units: [] })),
});
const opening = paragraph('opening', 'I am applying for the Ward Manager position at Holm Lodge.');
const closing = paragraph('closing', 'I would be glad to discuss the role with you.');

describe('finishLetter', () => {
  it('takes out what has no source when the letter is put together', () => {
    const work = paragraph('work', 'At Severn Vale Hospital I run a 24-bed elderly care ward.', 'There I led 40 nurses.');
    const letter = finishLetter([opening, work, closing], material);
    expect(letter?.content).toContain('24-bed');
    expect(letter?.content).not.toContain('40');
  });

  it('is no letter when a hard check fails', () => {
    expect(finishLetter([opening, closing, paragraph('work', 'Call me at [phone number], please.')], material)).toBeNull();
    expect(finishLetter([opening], material)).toBeNull();
  });
});
