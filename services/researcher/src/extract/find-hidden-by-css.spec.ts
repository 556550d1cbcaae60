import { describe, expect, it } from '@jest/globals';
import { findHiddenByCss } from './find-hidden-by-css.ts';
import { loadHtml } from './load-html.ts';

const hiddenIds = (css: string, body: string) =>
  [...findHiddenByCss(loadHtml(`<style>${css}</style><body>${body}`, 'page')).keys()].map((element) => element.attribs['id']);

describe('findHiddenByCss', () => {
  it('finds what a rule hides by class, id, tag and place', () => {
    const css = '.a{display:none} #b{opacity:0} i{visibility:hidden} ul > li:first-child{left:-9999px} .q .e{font-size:0}';
    const body =
      '<p id=a class="x a"></p><p id=b></p><i id=c></i><ul><li id=d><li id=no></ul><div class=q><b><p id=e class=e></b></div><p class=e>';
    expect(hiddenIds(css, body).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each([
    ['a later rule', '.a{display:none}.b{display:block}', 'class="a b"'],
    ['a rule that weighs more', '#x{display:block}.a{display:none}', 'class=a'],
    ['an important rule', '.b{display:block!important}.a{display:none}', 'class="a b"'],
    ['the style attribute', '.a{display:none}', 'class=a style="display:flex"'],
  ])('lets %s take it back', (_, css, attributes) => {
    expect(hiddenIds(css, `<p id=x ${attributes}>`)).toEqual([]);
  });

  it.each([
    ['another way', '.a{display:none}.b{visibility:visible}', 'class="a b"'],
    ['an earlier rule', '.b{display:block}.a{display:none}', 'class="a b"'],
    ['a style attribute that weighs less', '.a{display:none!important}', 'class=a style="display:flex"'],
  ])('does not let %s take it back', (_, css, attributes) => {
    expect(hiddenIds(css, `<p id=x ${attributes}>`)).toEqual(['x']);
  });

  it('does not believe that the whole page is hidden, nor what holds on hovering or on paper', () => {
    const css = 'html,body{display:none}.a:hover{display:none}@media print{.a{display:none}}.a::after{display:none}';
    expect(hiddenIds(css, '<p id=x class=a>')).toEqual([]);
    expect(findHiddenByCss(loadHtml('<style media=print>p{display:none}</style><p>', 'page')).size).toBe(0);
  });

  it('passes over selectors that nobody understands', () => {
    expect(hiddenIds('p:nonsense(3){display:none} p[[{display:none} .a{display:none}', '<p id=x class=a>')).toEqual(['x']);
  });

  it.each([
    ['thousands of rules for thousands of elements', '.a .b{display:none}'.repeat(5000), '<p class=b>'.repeat(5000)],
    ['counting among thousands of siblings', 'i:nth-child(2n){display:none}', '<i>x</i>'.repeat(5000)],
  ])('refuses %s', (_, css, body) => {
    expect(() => hiddenIds(css, body)).toThrow('too many styles');
  });
});
