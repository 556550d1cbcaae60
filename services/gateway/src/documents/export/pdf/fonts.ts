import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './unpack-woff.ts';

export interface Face {
  name: string;
  font: Font;
}

interface Family {
  package: string;
  subsets: string[];
  bold: boolean;
  italic: boolean;
}

/**
 * In the order in which they are asked for a letter. The last one has a plain, pixel-like shape for nearly everything that Unicode knows, so
 * that no letter is a blank: CJK and the scripts of South and South-East Asia come out legible, not beautiful.
 */
const families: Family[] = [
  {
    package: 'noto-serif',
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'math'],
    bold: true,
    italic: true,
  },
  { package: 'noto-serif-hebrew', subsets: ['hebrew'], bold: true, italic: false },
  // One shape a letter: in fonts that put the dots on apart, copied text loses them.
  { package: 'amiri', subsets: ['arabic'], bold: true, italic: false },
  { package: 'unifontex', subsets: ['latin'], bold: false, italic: false },
];

const require = createRequire(import.meta.url);
/** What shapes its neighbours or nothing at all; no font need have it. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** The fonts of one look. Each is read when a letter asks for it first. */
export class Fonts {
  readonly #faces = new Map<string, Face>();
  readonly #chosen = new Map<string, Face>();

  /** The first font that has every part of a character as a reader sees it (a letter with its accents). */
  faceFor(character: string, look: { bold: boolean; italic: boolean }): Face {
    const key = `${Number(look.bold)}${Number(look.italic)}${character}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const face = this.#find(character, look);
    this.#chosen.set(key, face);
    return face;
  }

  #find(character: string, look: { bold: boolean; italic: boolean }): Face {
    const needed = [...character].filter((point) => !ignorable.test(point)).map((point) => point.codePointAt(0) ?? 0);
    let face: Face | undefined;
    for (const family of families) {
      for (const subset of family.subsets) {
        face = this.#load(family, subset, look);
        if (needed.every((point) => face?.font.hasGlyphForCodePoint(point))) return face;
      }
    }
    if (face === undefined) throw new Error('There are no fonts.');
    return face;
  }

  #load(family: Family, subset: string, look: { bold: boolean; italic: boolean }): Face {
    const weight = look.bold && family.bold ? 700 : 400;
    const style = look.italic && family.italic ? 'italic' : 'normal';
    const name = `${family.package}-${subset}-${weight}-${style}`;
    const known = this.#faces.get(name);
    if (known !== undefined) return known;
    const file = require.resolve(`@fontsource/${family.package}/files/${name}.woff`);
    const face = { name, font: create(unpackWoff(readFileSync(file))) as Font };
    this.#faces.set(name, face);
    return face;
  }
}
