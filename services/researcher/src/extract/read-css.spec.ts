import { describe, expect, it } from '@jest/globals';
import { readCss } from './read-css.ts';

const rules = (css: string) => readCss(css).map(({ selectors, declarations }) => `${selectors} → ${declarations.trim()}`);

describe('readCss', () => {
  it('gives the rules in their order', () => {
    expect(rules('a { color: red } .b, c > d{display:none;top:0}')).toEqual(['a → color: red', '.b, c > d → display:none;top:0']);
  });

  it('is not led astray by comments, strings, imports and braces in them', () => {
    const css = '@import url("x}.css"); /* a{ */ a::before{content:"}{";color:red} b{/* } */display:none}';
    expect(rules(css)).toEqual(['a::before → content:"}{";color:red', 'b → /* } */display:none']);
  });

  it.each([
    ['@media screen{a{top:0}}', 1],
    ['@media all and (min-width: 600px){a{top:0}}', 1],
    ['@media (max-width: 100em){a{top:0}}', 1],
    ['@supports (display:grid){@layer x{a{top:0}}}', 1],
    ['@media print{a{top:0}}', 0],
    ['@media not all{a{top:0}}', 0],
    ['@media (max-width: 40em), print{a{top:0}}', 0],
    ['@media (hover: none){a{top:0}}', 0],
    ['@keyframes x{from{visibility:hidden}to{top:0}}', 0],
    ['@font-face{src:x}', 0],
  ])('keeps of %s what holds on a desktop screen', (css, kept) => {
    expect(rules(css)).toHaveLength(kept);
    expect(rules(`${css} z{top:1px}`)).toHaveLength(kept + 1);
  });

  it('keeps a rule around another, and not the one within', () => {
    expect(rules('a{display:none;&:hover{display:block}top:0}')).toEqual(['a → display:none;top:0']);
  });

  it('closes what the sheet leaves open', () => {
    expect(rules('a{top:0')).toEqual(['a → top:0']);
    expect(rules('}}a{top:0}}}')).toEqual(['a → top:0']);
    expect(rules('@media print{a{top:0')).toEqual([]);
  });
});
