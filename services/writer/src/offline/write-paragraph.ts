import type { Paragraph, PlannedParagraph, Sentence } from '../material.ts';
import { say, type Desk } from './desk.ts';
import { closings } from './frame-phrases.ts';
import { writeBackground } from './write-background.ts';
import { writeCompany } from './write-company.ts';
import { writeOpening } from './write-opening.ts';
import { writeWork } from './write-work.ts';

function writeClosing(desk: Desk): Sentence[] {
  const { ask, thank } = closings[desk.material.wishes.tone];
  return [...say(desk, [], desk.choose('closing', ask)), ...say(desk, [], desk.choose('thanks', thank))];
}

function writePart({ part, units }: PlannedParagraph, desk: Desk): Sentence[] {
  switch (part) {
    case 'opening':
      return writeOpening(units, desk);
    case 'work':
      return writeWork(units, desk);
    case 'background':
      return writeBackground(units, desk);
    case 'company':
      return writeCompany(units, desk);
    case 'closing':
      return writeClosing(desk);
  }
}

/** Writes one planned paragraph without a model, from its own evidence. */
export function writeParagraph(planned: PlannedParagraph, desk: Desk): Paragraph {
  if (planned.part !== 'opening' && planned.part !== 'work') desk.current = null;
  return { part: planned.part, sentences: writePart(planned, desk) };
}
