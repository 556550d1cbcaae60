const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const rightToLeftLetter = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/;

/**
 * What to give to the font library so that a stretch runs in the direction of its level. The library goes by script: it turns around what
 * has letters or digits of Arabic or Hebrew, and leaves all else from left to right. Naming features, even none, makes it take the stretch
 * as a whole instead of word by word.
 */
export function directText(text: string, level: number): { text: string; options: { features?: [] } } {
  const turned = rightToLeftLetter.test(text) || arabicDigit.test(text);
  const wanted = (level & 1) === 1;
  const given = turned === wanted ? text : reverse(text);
  return { text: given, options: turned ? { features: [] } : {} };
}

const reverse = (text: string): string =>
  [...graphemes.segment(text)]
    .map(({ segment }) => segment)
    .reverse()
    .join('');
