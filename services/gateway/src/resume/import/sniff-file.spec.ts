import { describe, expect, it } from '@jest/globals';
import { type ImportFailed } from './import-fault.ts';
import { sniffFile } from './sniff-file.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))));
const zip = (...names: string[]) => bytes('PK\x03\x04', ...names);
const faultOf = (file: Uint8Array) => {
  try {
    return sniffFile(file);
  } catch (error) {
    return (error as ImportFailed).fault.message;
  }
};

describe('sniffFile', () => {
  it.each([
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes('\n\nsome mail header\n%PDF-1.4')],
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['text', bytes('Ana Lima\nBMW mechanic')],
    ['text', bytes('{"basics":{}}')],
    ['text', bytes('RIFFs and other stories')],
  ])('takes for %s what begins like it', (kind, file) => {
    expect(sniffFile(file)).toBe(kind);
  });

  it.each([
    [/empty/, bytes('')],
    [/old Word/i, bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    [/OpenDocument/, zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    [/archive/, zip('holiday.jpg')],
    [/archive/, bytes([0x1f, 0x8b, 8, 0])],
    [/RTF/, bytes('{\\rtf1\\ansi')],
    [/picture/, bytes([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    [/picture/, bytes([0xff, 0xd8, 0xff, 0xe0])],
    [/web page/, bytes('\n<!DOCTYPE html><html>')],
  ])('refuses with a reason: %s', (reason, file) => {
    expect(faultOf(file)).toMatch(reason);
  });
});
