import { describe, expect, it } from '@jest/globals';
import { decodeText } from './decode-text.ts';

const text = 'Zoë Müller, Zürich';
const utf16 = (value: string) => new Uint8Array(Buffer.from(value, 'utf16le'));
const swapped = (bytes: Uint8Array) => bytes.map((_, index) => bytes[index ^ 1] ?? 0);

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 with its mark', utf16(`\ufeff${text}`)],
    ['UTF-16, the other way round', swapped(utf16(`\ufeff${text}`))],
    ['UTF-16 without a mark', utf16(text)],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, guessed: false });
  });

  it('takes for the western encoding of Windows what is no UTF-8, and says that it guessed', () => {
    expect(decodeText(new Uint8Array(Buffer.from(text, 'latin1')))).toEqual({ text, guessed: true });
  });

  it.each([
    ['nothing but spaces', new TextEncoder().encode(' \n\t ')],
    ['bytes of a program', new Uint8Array(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))],
    ['zeros', new Uint8Array(400)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeText(bytes)).toThrow();
  });
});
