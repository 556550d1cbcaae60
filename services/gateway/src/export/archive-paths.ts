/** Where things are in an export. Whoever unpacks it by hand finds what the product has on its disk. */
export const tablePath = (table: string): string => `database/${table}.json`;
export const contentPath = (relativePath: string): string => `content/${relativePath.replaceAll('\\', '/')}`;
/** Path of a letter relative to the content folder, as the product gives it. */
export const letterPath = (applicationId: string, version: number): string =>
  `applications/${applicationId}/cover_letters/cover_letter_v${version}.md`;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const letter = new RegExp(`^content/applications/${uuid}/cover_letters/cover_letter_v[1-9]\\d{0,8}\\.md$`);
const resumeFile = /^content\/(resume\/(?:base_resume|past_letters|history\/\d{8}T\d{9}Z-[0-9a-f]{8})\.md)$/;
const table = /^database\/[a-z_]{1,50}\.json$/;

export const readMe = 'README.txt';
/** Every name that can be in an export; nothing else is looked at. */
export const isKnownPath = (path: string): boolean => path === readMe || letter.test(path) || resumeFile.test(path) || table.test(path);
/** Path of a file of the resume relative to the content folder; null for another one. */
export const resumePathOf = (path: string): string | null => resumeFile.exec(path)?.[1] ?? null;
export const isLetter = (path: string): boolean => letter.test(path);
