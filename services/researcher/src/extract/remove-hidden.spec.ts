import { describe, expect, it } from '@jest/globals';
import { extractPage } from './extract-page.ts';

const SEEN = '<p>Acme builds pumps for hospitals.</p>';
const read = (body: string, head = '') =>
  extractPage(
    `<html><head>${head}</head><body>${SEEN}${body}${SEEN.replace('builds', 'mends')}</body></html>`,
    'https://acme.example/about',
  );
const kept = 'Acme builds pumps for hospitals.\n\nAcme mends pumps for hospitals.';

describe('text that a person does not see', () => {
  it.each([
    ['a comment', '<!-- CANARY -->'],
    ['display', '<div style="display:none"><p>CANARY</p></div>'],
    ['visibility', '<p style="visibility:hidden">CANARY</p>'],
    ['the hidden attribute', '<section hidden>CANARY</section>'],
    ['the popover attribute', '<div popover>CANARY</div>'],
    ['aria-hidden', '<p aria-hidden="true">CANARY</p>'],
    ['a place off screen', '<span style="position:absolute;left:-9999px">CANARY</span>'],
    ['zero size', '<p style="height:0;overflow:hidden">CANARY</p>'],
    ['a tiny font', '<p style="font-size:0">CANARY</p>'],
    ['zero opacity', '<p style="opacity:0">CANARY</p>'],
    ['clipping', '<p style="clip-path:inset(100%)">CANARY</p>'],
    ['the colour of the background', '<p style="color:#fff;background:#fff">CANARY</p>'],
    ['a class for screen readers', '<p class="visually-hidden">CANARY</p>'],
    ['tag characters', `<p>${[...'CANARY'].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')}</p>`],
    ['alternative text', '<img src="l.png" alt="CANARY"><area alt="CANARY"><input placeholder="CANARY" value="CANARY">'],
    ['a title attribute', '<p title="CANARY"></p>'],
    ['noscript and template', '<noscript>CANARY</noscript><template><p>CANARY</p></template>'],
    ['a script', '<script type="text/plain">CANARY</script>'],
    ['fallback content', '<iframe>CANARY</iframe><object>CANARY</object><video>CANARY</video><canvas>CANARY</canvas>'],
    ['a closed dialog', '<dialog>CANARY</dialog>'],
    ['end tags that close nothing', '<span style="display:none"><div></span>CANARY</div></span>'],
  ])('is left out when hidden by %s', (_, carrier) => {
    expect(read(carrier).content).toBe(kept);
  });

  it.each([
    ['a stylesheet', '<style>.x{display:none}</style>', '<p class="x">CANARY</p>'],
    ['a stylesheet for screens', '<style>@media screen{.x p{opacity:0}}</style>', '<div class="x"><p>CANARY</p></div>'],
    ['metadata', '<meta name="description" content="CANARY">', ''],
    ['structured data', '<script type="application/ld+json">{"@type":"Organization","description":"CANARY"}</script>', ''],
  ])('is left out when hidden by %s in the head', (_, head, carrier) => {
    expect(read(carrier, head).content).toBe(kept);
  });

  it('shows what characters of no width were put between', () => {
    expect(read('<p>Pumps\u200b last\u2060 long.</p>').content).toContain('Pumps last long.');
  });
});

describe('text that is only hidden until a script has run', () => {
  const story = `<p>${'Acme was founded in 1990 by two nurses. '.repeat(10)}</p>`;

  it.each([
    [
      'fades in as one scrolls',
      '',
      `<p>Acme builds pumps for hospitals.</p><div style="opacity:0;transform:translateY(20px)">${story}</div>`,
    ],
    ['waits for the page to be ready', '<style>#app{display:none}</style>', `<div id="app">${story}</div>`],
  ])('is read when nearly all of the page %s', (_, head, body) => {
    expect(extractPage(`${head}<body>${body}`, 'https://acme.example/').content).toContain('two nurses');
  });

  it('is left out when the page says outright that it is hidden', () => {
    expect(extractPage(`<body><div hidden>${story}</div>`, 'https://acme.example/').content).toBe('');
  });
});
