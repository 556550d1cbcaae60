import { describe, expect, it } from '@jest/globals';
import { testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import { createJudge } from '../judge-sentence.ts';
import { newDesk } from './desk.ts';
import { writeParagraph } from './write-paragraph.ts';

const material = gatherMaterial(testApplications.nurse);
const unit = (id: string) => material.evidence.units.filter((other) => other.id === id);
const tell = (desk: ReturnType<typeof newDesk>, id: string): string =>
  writeParagraph({ part: 'work', units: unit(id) }, desk)
    .sentences.map(({ text }) => text)
    .join(' ');

describe('writing about work', () => {
  it('names the post again when another one was spoken of meanwhile', () => {
    for (let variant = 0; variant < 10; variant += 1) {
      const desk = newDesk(material, createJudge(material), variant);
      expect(tell(desk, 'R1')).toContain('Severn Vale Hospital');
      expect(tell(desk, 'R4')).toContain("St Brannock's Infirmary");
      expect(tell(desk, 'R2')).toContain('Severn Vale Hospital');
    }
  });

  it('names the post again after a paragraph about something else', () => {
    for (let variant = 0; variant < 10; variant += 1) {
      const desk = newDesk(material, createJudge(material), variant);
      tell(desk, 'R1');
      writeParagraph({ part: 'company', units: unit('N1') }, desk);
      expect(tell(desk, 'R2')).toContain('Severn Vale Hospital');
    }
  });
});
