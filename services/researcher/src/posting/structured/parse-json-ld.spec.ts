import { describe, expect, it } from '@jest/globals';
import { parseJsonLd } from './parse-json-ld.ts';

describe('parseJsonLd', () => {
  it.each([
    ['strict JSON', '{"a":"x"}', [{ a: 'x' }]],
    ['a comment around it', '<!-- {"a":"x"} -->', [{ a: 'x' }]],
    ['a CDATA section', '//<![CDATA[\n{"a":"x"}\n//]]>', [{ a: 'x' }]],
    ['a comma too many and a semicolon', '{"a":["x",],};', [{ a: ['x'] }]],
    ['line breaks in a text', '{"a":"x\ny"}', [{ a: 'x\ny' }]],
    ['quotes in a text', '{"a":"the "best" job","b":1}', [{ a: 'the "best" job', b: 1 }]],
    ['a wrong escape', '{"a":"it\\\'s 5\\%"}', [{ a: "it's 5%" }]],
    ['several values in a row', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ['one escape too many', '{&quot;a&quot;:&quot;x &amp; y&quot;}', [{ a: 'x & y' }]],
    ['a value that is cut off', '{"a":"x', []],
    ['no JSON at all', 'Acme builds pumps', []],
  ])('reads %s', (_, text, expected) => {
    expect(parseJsonLd(text)).toEqual(expected);
  });
});
