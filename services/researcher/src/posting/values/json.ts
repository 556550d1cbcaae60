export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** `jobTitle`, `job_title` and `JobTitle` are one name. */
export const squeezeKey = (key: string): string => key.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Members that say something, by their squeezed names; of two that squeeze to one the first counts. */
export function squeezeKeys(object: Json): Map<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [key, value] of Object.entries(object)) {
    const name = squeezeKey(key);
    if (value !== null && value !== undefined && value !== '' && !members.has(name)) members.set(name, value);
  }
  return members;
}

/** The first of these members that is there. */
export function pick(members: ReadonlyMap<string, unknown>, keys: readonly string[]): unknown {
  const key = keys.find((name) => members.has(name));
  return key === undefined ? undefined : members.get(key);
}
