import { describe, expect, it } from '@jest/globals';
import { splitSentences, verifyLetter } from '@coverwright/server';
import { testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import { createJudge } from '../judge-sentence.ts';
import { closings, openings } from './frame-phrases.ts';
import { fill, phrases } from './phrases.ts';

const material = gatherMaterial(testApplications.nurse);
const judge = createJudge(material);
const own = 'I cared for patients after hip and knee surgery on a 30-bed orthopaedic ward';
const theirs = 'you opened a dementia garden in spring 2024';
const values = {
  company: 'Holm Lodge',
  post: 'Ward Manager position',
  list: 'elderly care',
  title: 'a staff nurse',
  employer: "St Brannock's Infirmary",
  place: 'On your website',
  quote: 'We opened a dementia garden in spring 2024.',
  entry: 'a BSc in Adult Nursing from the University of Plymouth (2017)',
};
const all = [
  ...Object.entries(phrases).flatMap(([name, list]) => list.map((phrase): [string, string] => [name, phrase])),
  ...Object.entries(openings).flatMap(([name, list]) => list.map((phrase): [string, string] => [name, phrase])),
  ...Object.entries(closings).flatMap(([name, { ask, thank }]) => [...ask, ...thank].map((phrase): [string, string] => [name, phrase])),
];

describe('phrases', () => {
  it.each(all)('%s: “%s” states no fact of its own', (name, phrase) => {
    const clause = name.startsWith('read') ? theirs : own;
    for (const sentence of splitSentences(fill(phrase, { ...values, clause }))) expect(judge(sentence)).toMatchObject({ ok: true });
  });

  it.each(Object.values(closings).flatMap(({ ask }) => [...ask]))('“%s” is a next step', (ask) => {
    const { checks } = verifyLetter(`Dear team,\n\nOne.\n\n${ask}\n\nKind regards,\nA`, material.evidence);
    expect(checks.find(({ name }) => name === 'one_salutation_and_sign_off')).toMatchObject({ passed: true });
  });
});
