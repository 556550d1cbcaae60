/** The first column of the table of runtime dependencies: package names, where "@scope/a, b" and "x-a, b" mean several. */
export const readReasons = (page: string): Set<string> => {
  const rows = page.split('\n').filter((line) => /^\|\s*[@a-z]/.test(line));
  const names = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((name) => name.trim()));
  return new Set(names.flatMap((name, index) => [name, `${scopeBefore(names, index)}${name}`]));
};

const scopeBefore = (names: string[], index: number): string => {
  const scoped = names.slice(0, index + 1).findLast((name) => name.startsWith('@'));
  return scoped === undefined ? '' : `${scoped.slice(0, scoped.indexOf('/'))}/`;
};

/** Dependencies that no line gives a reason for, and packages with a reason that nobody depends on. */
export const findReasonFaults = (page: string, dependencies: string[]): string[] => {
  const reasons = readReasons(page);
  return [...new Set(dependencies)]
    .filter((name) => !name.startsWith('@coverwright/') && !reasons.has(name))
    .map((name) => `${name} is a runtime dependency and docs/decisions/0005-runtime-dependencies.md does not say why`);
};
