const mostKept = 20_000;

/** The same pure function, keeping its answers for what it met before, as texts of one language repeat their words. Forgets all when full. */
export function remember<K, T>(read: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = read(key);
    if (known.size >= mostKept) known.clear();
    known.set(key, answer);
    return answer;
  };
}
