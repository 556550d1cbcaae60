import bidiFactory, { type Bidi } from 'bidi-js';

/** Its types describe the default of an ES module; what Node gets is the function itself. */
export const bidi = (bidiFactory as unknown as () => Bidi)();

/** Whether a paragraph begins at the right: its first letter with a direction decides. */
export const isRightToLeft = (text: string): boolean => ((bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) & 1) === 1;
