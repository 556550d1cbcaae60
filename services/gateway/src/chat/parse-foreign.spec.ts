import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './parse-command.ts';

describe('a request in another language', () => {
  it.each([
    ['Schreib mir bitte ein Anschreiben', 'write_only'],
    ['Könnten Sie bitte ein Bewerbungsschreiben verfassen?', 'write_only'],
    ['Rédige une lettre de motivation, s’il te plaît', 'write_only'],
    ['Recherchiere die Firma', 'research_only'],
    ['Recherchez l’entreprise', 'research_only'],
    ['Por favor, investiga la empresa y escribe una carta de presentación.', 'research_then_write'],
    ['Onderzoek het bedrijf en schrijf een motivatiebrief', 'research_then_write'],
    ['mach es bitte kürzer', 'write_only'],
  ])('starts nothing and is offered: %s', (text, suggestion) => {
    expect(parseCommand(text)).toMatchObject({ kind: 'unsure', suggestion });
  });

  it('keeps the address that the person wrote', () => {
    expect(parseCommand('Recherchiere bitte https://firma.example/jobs')).toMatchObject({
      kind: 'unsure',
      url: 'https://firma.example/jobs',
    });
  });

  it.each([
    ['Was steht im Anschreiben?', 'talk'],
    ['Ich habe das Anschreiben schon geschrieben.', 'talk'],
    ['Bitte kein Anschreiben schreiben.', 'talk'],
    ['Soll ich ein Anschreiben schreiben?', 'talk'],
    ['Was hast du gefunden?', 'findings'],
    ['Wie läuft es?', 'status'],
    ['Wer bist du?', 'help'],
    ['Stopp!', 'cancel'],
    ['Bitte abbrechen', 'cancel'],
  ])('is told from a question, a report or a refusal: %s', (text, kind) => expect(parseCommand(text).kind).toBe(kind));
});
