import { describe, expect, it } from '@jest/globals';
import { readHiding } from './read-hiding.ts';

const hides = (style: string) => Object.values(readHiding(style)).some((saying) => saying.hides);

describe('readHiding', () => {
  it.each([
    'display:none',
    'display: NONE !important',
    'visibility:collapse',
    'content-visibility:hidden',
    'opacity:0',
    'opacity:0%',
    'opacity:.01',
    'font-size:0',
    'font-size:.1em',
    'font: 0/0 a',
    'zoom:0',
    'width:1px;height:1px;overflow:hidden',
    'max-height:0;overflow-y:hidden',
    'position:absolute;left:-9999px',
    'left:-100vw',
    'text-indent:-999em',
    'margin-left: -5000px',
    'transform:translateX(-9999px)',
    'transform:scale(0)',
    'transform:scale(0, 0)',
    'scale:0',
    'filter:opacity(0)',
    'clip:rect(0,0,0,0)',
    'clip: rect(1px 1px 1px 1px)',
    'clip-path:inset(50%)',
    'clip-path:circle(0)',
    'clip-path:polygon(0 0, 0 0, 0 0)',
    'color:transparent',
    'color:rgba(0,0,0,0)',
    'color:rgb(0 0 0 / 0%)',
    'color:#fff;background:#fff',
    'color:#fefefe;background-color:white',
    'color:rgb(255, 255, 255);background:#FFFFFF',
  ])('sees that %s hides', (style) => {
    expect(hides(style)).toBe(true);
  });

  it.each([
    '',
    'display:block',
    'opacity:0.4',
    'font-size:12px',
    'height:0',
    'overflow:hidden',
    'left:-5px',
    'transform:translateX(-50%)',
    'transform:scale(0.98)',
    'clip:auto',
    'clip-path:inset(0)',
    'color:#fff',
    'color:#fff;background:#000',
    'color:#fff;background:url(dark.png)',
    'color:#fff;background:transparent',
    'color:transparent;-webkit-background-clip:text;background-image:linear-gradient(red,blue)',
    'color:#777;background:#eee',
  ])('sees that %j hides nothing', (style) => {
    expect(hides(style)).toBe(false);
  });

  it('tells the ways apart, and what takes one back', () => {
    expect(readHiding('display:block;visibility:hidden !important')).toEqual({
      display: { hides: false, important: false },
      visibility: { hides: true, important: true },
    });
    expect(readHiding('position:static')).toEqual({ place: { hides: false, important: false } });
  });
});
