import type { Application } from '@coverwright/contracts';

/** Bytes; file systems stop at 255, and programs add their own endings. */
const longest = 180;

/** Letters that do not come apart into a plain one and an accent. */
const plainLetters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };

/** The `Content-Disposition` of a letter: a name that says what it is, in its own letters and, for old programs, in plain ones. */
export function attachment(application: Pick<Application, 'company_name' | 'job_title'>, version: number, format: string): string {
  const name = fileName(application, version, format);
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${fileName(application, version, format, plain)}"; filename*=UTF-8''${encoded}`;
}

/** `cover-letter-northwind-data-engineer-v2.md`: letters and digits of any script, and nothing that a file system could take amiss. */
export function fileName(
  application: Pick<Application, 'company_name' | 'job_title'>,
  version: number,
  format: string,
  spell: (text: string) => string = (text) => text.normalize('NFC'),
): string {
  const words = [application.company_name, application.job_title]
    .map((text) => spell(text.toLowerCase()).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'))
    .map((text) => text.replace(/^-+|-+$/g, ''));
  return `${shorten(['cover-letter', ...words.filter((word) => word !== '')].join('-'))}-v${version}.${format}`;
}

const plain = (text: string): string =>
  text
    .replace(/[øłđðþæœßı]/g, (letter) => plainLetters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/g, '-');

function shorten(name: string): string {
  let short = [...name];
  while (Buffer.byteLength(short.join('')) > longest) short = short.slice(0, -1);
  return short.join('').replace(/-+$/, '');
}
