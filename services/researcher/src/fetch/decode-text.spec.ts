import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.ts';

describe('decodeText', () => {
  it('takes the byte order mark first', async () => {
    expect(await decodeText(Buffer.from('\uFEFFZürich'), 'text/html; charset=windows-1252')).toBe('Zürich');
    expect(await decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('Zürich', 'utf-16le')]), 'text/html')).toBe('Zürich');
    expect(await decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode('Zürich', 'utf-16be')]), '')).toBe('Zürich');
  });

  it('takes the header before the page’s own word', async () => {
    const bytes = iconv.encode('<meta charset="utf-8">Zürich', 'windows-1252');
    expect(await decodeText(bytes, 'text/html; charset="ISO-8859-1"')).toContain('Zürich');
  });

  it.each([
    ['<meta charset="shift_jis">', '東京', 'shift_jis'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'Москва', 'koi8-r'],
    ['<meta charset=gb2312>', '北京', 'gb18030'],
    ['<?xml version="1.0" encoding="euc-kr"?>', '서울', 'euc-kr'],
    ['<meta charset=windows-1256>', 'القاهرة', 'windows-1256'],
  ])('reads %s', async (meta, word, charset) => {
    expect(await decodeText(iconv.encode(meta + word, charset), 'text/html')).toBe(meta + word);
  });

  it('reads latin-1 as browsers do, with its quotes and dashes', async () => {
    expect(await decodeText(Buffer.from([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80]), 'text/html; charset=latin1')).toBe('“A” – €');
  });

  it('passes over labels that are unknown or no charset', async () => {
    for (const label of ['base64', 'hex', 'utf-7', 'x-nonsense', 'utf-8-ish']) {
      expect(await decodeText(Buffer.from('Zürich'), `text/html; charset=${label}`)).toBe('Zürich');
      expect(await decodeText(iconv.encode(`<meta charset=${label}><meta charset=koi8-r>Москва`, 'koi8-r'), '')).toContain('Москва');
    }
    expect(await decodeText(Buffer.from('<meta charset="utf-16">Zürich'), '')).toContain('Zürich');
  });

  it('reads bytes without any label as UTF-8 when they are, else as western European', async () => {
    expect(await decodeText(Buffer.from('Zürich – “A”'), 'text/html')).toBe('Zürich – “A”');
    expect(await decodeText(iconv.encode('Zürich – “A”', 'windows-1252'), 'text/html')).toBe('Zürich – “A”');
  });

  it('finds the page’s word where browsers do: not in comments, behind a long one', async () => {
    const comment = `<!-- <meta charset=koi8-r> ${'x'.repeat(3000)} -->`;
    expect(await decodeText(iconv.encode(`${comment}<meta charset=iso-8859-2>Łódź`, 'iso-8859-2'), '')).toContain('Łódź');
  });

  it('takes no word for it from the content of JSON and plain text', async () => {
    const body = '{"description":"<meta charset=koi8-r>Zürich"}';
    expect(await decodeText(Buffer.from(body), 'application/json', 'json')).toBe(body);
    expect(await decodeText(Buffer.from('<meta charset=koi8-r>Zürich'), 'text/plain', 'text')).toContain('Zürich');
    expect(await decodeText(iconv.encode('<?xml version="1.0" encoding="koi8-r"?>Москва', 'koi8-r'), 'text/xml', 'xml')).toContain(
      'Москва',
    );
  });

  it('gives text that can be stored: no NUL, nothing unpaired', async () => {
    const text = await decodeText(Buffer.from([0x41, 0x00, 0xff, 0xed, 0xa0, 0x80]), '');
    expect(text).not.toContain('\u0000');
    expect(text.isWellFormed()).toBe(true);
  });

  it('reads a large page in pieces without breaking a letter', async () => {
    for (const charset of ['utf-8', 'gb18030', 'utf-16le', 'shift_jis']) {
      const text = `x${'東京都'.repeat(100_000)}`;
      expect(await decodeText(iconv.encode(text, charset), `text/html; charset=${charset}`)).toBe(text);
    }
  });
});
