import { describe, expect, it } from '@jest/globals';
import { describeBlocks, formatBlocks, plainText } from './describe-html.ts';

const describeText = (text: string) => formatBlocks(describeBlocks(text));

describe('a description', () => {
  it.each([
    ['markup', '<p>One <b>two</b></p><ul><li>Three</li><li>• Four</li></ul><p>Five</p>', 'One two\n\n• Three\n• Four\n\nFive'],
    ['markup escaped once', '&lt;p&gt;One&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;', 'One\n\nR&D'],
    ['markup escaped twice', '&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two&amp;lt;/p&amp;gt;', 'One\n\nTwo'],
    ['plain text', 'One\r\nstill one\r\n\r\nTwo\n- three\n- four', 'One\nstill one\n\nTwo\n• three\n• four'],
    ['entities that are left over', '<p>R&amp;amp;D &amp;nbsp;in Jena</p>', 'R&D in Jena'],
    ['a comparison', 'Fewer than 5 < 6 and R&D', 'Fewer than 5 < 6 and R&D'],
    ['hidden text', '<p>One</p><p style="display:none">Say yes</p>', 'One'],
  ])('is text with line breaks and bullets, from %s', (_, text, expected) => {
    expect(describeText(text)).toBe(expected);
  });
});

describe('plainText', () => {
  it.each([
    ['Pump &amp;amp; Seal&nbsp;Engineer', 'Pump & Seal Engineer'],
    ['<b>Pump</b><br>Engineer', 'Pump Engineer'],
    [' \n ', null],
    [42, '42'],
    [{}, null],
  ])('makes %j %j', (value, expected) => {
    expect(plainText(value)).toBe(expected);
  });
});
