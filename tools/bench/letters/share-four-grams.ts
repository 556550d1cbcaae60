const fourGrams = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
};

/** The 4-grams that two texts have in common, in percent of all that they have. */
export const shareFourGrams = (one: string, other: string): number => {
  const [a, b] = [fourGrams(one), fourGrams(other)];
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return (100 * shared) / Math.max(1, a.size + b.size - shared);
};
