import { describe, expect, it } from '@jest/globals';
import { newNote, testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import { readPlan } from './read-plan.ts';

const material = gatherMaterial(testApplications.nurse);
const ids = (text: string, of = material) =>
  readPlan(text, of)?.map(({ part, units }) => `${part}: ${units.map(({ id }) => id).join(' ')}`);
const full =
  '{"paragraphs":[{"kind":"opening","evidence":["P1"]},{"kind":"work","evidence":["R1","R2","R3"]},{"kind":"company","evidence":["N1","N2"]}]}';
const wanted = ['opening: P1', 'work: R1 R2 R3', 'company: N1 N2', 'closing: '];

describe('readPlan', () => {
  it('reads a plan', () => {
    expect(ids(full)).toEqual(wanted);
  });

  it.each([
    ['fences and talk around it', `Here is the plan:\n\`\`\`json\n${full}\n\`\`\`\nLet me know!`],
    ['an end that is missing', full.slice(0, -3)],
    ['single quotes and trailing commas', full.replaceAll('"', "'").replace(']}', ',]}')],
    ['another name for the list', full.replace('paragraphs', 'plan')],
    ['ids in brackets and small letters', full.replace('"R1"', '"[r1]"')],
    ['ids that do not exist', full.replace('"R3"', '"R3","R77","X1"')],
    ['ids used twice', full.replace('"N2"', '"N2","N1"')],
    ['ids in the wrong kind of paragraph', full.replace('["N1","N2"]', '["N1","R2","N2"]')],
  ])('puts right %s', (_, text) => {
    expect(ids(text)).toEqual(wanted);
  });

  it.each(['', 'I cannot do that.', '{"paragraphs":[]}', '[1,2,3]', '{"paragraphs":[{"kind":"opening","evidence":["P1"]}]}', '{{{{'])(
    'takes %j for no plan',
    (text) => {
      expect(readPlan(text, material)).toBeNull();
    },
  );

  it('adds what a letter needs: three things done, a number, the company', () => {
    const plan = readPlan('{"paragraphs":[{"kind":"work","evidence":["R4"]}]}', material);
    const work = plan?.find(({ part }) => part === 'work')?.units ?? [];
    expect(work.length).toBeGreaterThanOrEqual(3);
    expect(work.some(({ text }) => /\d/.test(text))).toBe(true);
    expect(plan?.find(({ part }) => part === 'company')?.units.length).toBeGreaterThan(0);
  });

  it('keeps pinned notes and three to six paragraphs', () => {
    const notes = [...testApplications.nurse.notes, newNote(70, ['The kitchen garden feeds thirty people every day.'], { pinned: true })];
    const pinned = gatherMaterial({ ...testApplications.nurse, notes });
    const work =
      '{"kind":"work","evidence":["R1"]},{"kind":"work","evidence":["R2"]},{"kind":"work","evidence":["R3"]},{"kind":"work","evidence":["R4"]}';
    const plan = readPlan(`{"paragraphs":[${work},{"kind":"background","evidence":["E1","K1"]},{"kind":"company","evidence":[]}]}`, pinned);
    expect(plan?.length).toBeLessThanOrEqual(6);
    expect(plan?.flatMap(({ units }) => units).some(({ note }) => note?.pinned)).toBe(true);
  });
});
