import { describe, expect, it } from '@jest/globals';
import { isForeign, languageOf } from './language.ts';

describe('languageOf', () => {
  it.each([
    ['I run the ward and look after the patients with a team of seven.', 'English'],
    ['Ich leite die Station und betreue mit einem Team von sieben die Patienten.', 'German'],
    ['Je dirige le service et je suis responsable des patients avec une équipe.', 'French'],
    ['Dirijo la planta y cuido de los pacientes con una equipo de siete.', 'Spanish'],
    ['Я работаю медсестрой уже восемь лет.', 'another script'],
    ['Excel, SAP, Word', null],
  ])('hears %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('takes a short English sentence with a foreign name for English', () => {
    expect(isForeign('At Krankenhaus der Barmherzigen Brüder I cared for 30 patients.')).toBe(false);
  });
});
