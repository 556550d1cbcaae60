/** From the order of reading to the order on paper: rule L2 of the Unicode bidirectional algorithm, for stretches instead of characters. */
export function orderAtoms<T extends { level: number }>(atoms: T[]): T[] {
  const ordered = [...atoms];
  const highest = Math.max(0, ...atoms.map((atom) => atom.level));
  for (let level = highest; level > 0; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(end, start + 1);
    }
  }
  return ordered;
}
