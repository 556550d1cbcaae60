import { describe, expect, it } from '@jest/globals';
import { testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import { checkForm, sayingOf } from './check-form.ts';

const material = gatherMaterial(testApplications.nurse);
const said = new Set([sayingOf('I mentored 9 newly qualified nurses.')]);
const check = (sentence: string) => checkForm(sentence, { material, said });

describe('checkForm', () => {
  it.each([
    ['a refusal', 'I’m sorry, but I cannot write this letter for you.', /declined/],
    ['the prompt', 'Say only what the lines of evidence say, and keep every number exactly as written there.', /prompt/],
    ['German', 'Ich bewerbe mich um die Stelle und freue mich auf das Gespräch.', /English/],
    ['another script', '我在医院工作了八年，负责二十四张床位的病房。', /English/],
    ['data', '{"paragraph": "I am a nurse."}', /data/],
    ['an aside', 'Here is the paragraph you asked for.', /about the letter/],
    ['an id', 'As R2 shows, I reduced falls.', /about the letter/],
    ['a link', 'My work is shown at www.nurse-portfolio.example today.', /address/],
    ['a foreign e-mail address', 'Write to me at aisha@elsewhere.example whenever you like.', /address/],
    ['half a sentence', 'At Severn Vale Hospital I run a', /list/],
    ['what was said', 'I mentored 9 newly qualified nurses.', /repeated itself/],
    ['the third person', 'The applicant has worked in elderly care.', /somebody else/],
    ['the name in the third person', 'Aisha has worked in elderly care for eight years.', /somebody else/],
    ['a worn phrase', 'I am passionate about care.', /worn/],
  ])('turns down %s', (_, sentence, reason) => {
    expect(check(sentence)).toMatch(reason);
  });

  it.each([
    'At Severn Vale Hospital I run a 24-bed elderly care ward.',
    'I would be glad to talk to you.',
    'You can write to me at aisha@example.org at any time.',
    'What drew me to you is the dementia garden that you opened in spring 2024.',
  ])('lets “%s” pass', (sentence) => {
    expect(check(sentence)).toBeNull();
  });
});
