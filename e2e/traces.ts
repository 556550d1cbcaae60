import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files below `folder` whose bytes hold `text` in any of the forms in which it is written down: as it is, in an address, in UTF-16. */
export function findTraces(folder: string, text: string): string[] {
  const forms = [...new Set([text, encodeURIComponent(text)])].flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    })
    .map((path) => relative(folder, path));
}
