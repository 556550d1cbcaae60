import { describe, expect, it } from '@jest/globals';
import { testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import { createJudge } from '../judge-sentence.ts';
import { readDraft } from './read-draft.ts';

const material = gatherMaterial(testApplications.nurse);
const judge = createJudge(material);
const ward = 'At Severn Vale Hospital I run a 24-bed elderly care ward.';
const falls = 'By introducing hourly rounding I reduced falls with harm from 11 to 4 a year.';
const read = (raw: string, isCut = false) => readDraft(raw, material, judge, new Set(), isCut);
const kept = (raw: string, isCut = false) => read(raw, isCut).flatMap(({ text, fault }) => (fault === null ? [text] : []));

describe('readDraft', () => {
  it('keeps what can stand, with the evidence it rests on', () => {
    expect(read(`${ward} ${falls}`)).toMatchObject([
      { text: ward, fault: null, units: ['R1'] },
      { text: falls, fault: null, units: ['R2'] },
    ]);
  });

  it('tells what asking again can put right from what it cannot', () => {
    expect(read('At Severn Vale Hospital I led 40 nurses. I am passionate about care.').map(({ canBeRepaired }) => canBeRepaired)).toEqual([
      true,
      false,
    ]);
  });

  it('keeps a sentence once', () => {
    expect(kept(`${ward} ${falls} ${ward}`)).toEqual([ward, falls]);
  });

  it('leaves out the last sentence of an answer that was cut', () => {
    expect(kept(`${ward} ${falls}`, true)).toEqual([ward]);
  });

  it('takes prose out of JSON', () => {
    expect(kept(JSON.stringify({ paragraphs: [ward, falls] }))).toEqual([ward, falls]);
  });

  it('stops at the length of a paragraph', () => {
    const long = Array.from(
      { length: 30 },
      (_, at) => `I would be glad to talk about the ward and about question number ${'abcdefghijklmnopqrstuvwxyzabcd'[at] ?? ''}${at}.`,
    ).join(' ');
    expect(kept(long).join(' ').split(' ').length).toBeLessThan(200);
  });
});
