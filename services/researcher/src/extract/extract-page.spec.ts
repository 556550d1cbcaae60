import { describe, expect, it } from '@jest/globals';
import { extractPage, extractText } from './extract-page.ts';

const URL_OF_PAGE = 'https://acme.example/about';
const extract = (html: string) => extractPage(html, URL_OF_PAGE);
const body = (inner: string) => extract(`<html><body>${inner}</body></html>`).content;

describe('extractPage', () => {
  it('keeps paragraphs apart and joins what flows inside one', () => {
    expect(body('<h1>About <b>Acme</b></h1><div>We build <a href="/p">pumps</a>.<p>Since\n 1990.</p></div><ul><li>One<li>Two</ul>')).toBe(
      'About Acme\n\nWe build pumps.\n\nSince 1990.\n\nOne\n\nTwo',
    );
  });

  it('leaves out what surrounds the text', () => {
    const html =
      '<nav>Menu</nav><header role="banner">Top</header><p>We build pumps.</p><aside>Ad</aside><script>x()</script><style>p{}</style>' +
      '<template>t</template><noscript>n</noscript><form><label>Name</label><input value="v"><select><option>o</select><button>Send</button>' +
      '<p>In a form.</p></form><div class="cookie-banner">We use cookies</div><footer>Imprint</footer>';
    expect(body(`${html}<p>${'More about pumps. '.repeat(20)}</p>`)).toMatch(
      /^We build pumps\.\n\nIn a form\.\n\n(?:More about pumps\. ?)+$/,
    );
  });

  it.each([
    '<p hidden>X</p>',
    '<p aria-hidden="true">X</p>',
    '<p style="display:none">X</p>',
    '<p style="DISPLAY : none !important">X</p>',
    '<p style="display:/**/none">X</p>',
    '<p style="visibility:hidden">X</p>',
    '<p style="opacity:0">X</p>',
    '<p style="opacity: .0">X</p>',
    '<p style="font-size:0px">X</p>',
    '<p style="font-size:1px">X</p>',
    '<p style="position:absolute;left:-9999px">X</p>',
    '<p style="text-indent:-9999em">X</p>',
    '<p style="clip:rect(0 0 0 0);position:absolute">X</p>',
    '<p style="height:0;overflow:hidden">X</p>',
    '<p style="color:#fff;background:#ffffff">X</p>',
    '<p style="color: transparent">X</p>',
    '<p class="sr-only">X</p>',
    '<dialog>X</dialog>',
    '<!-- X -->',
    '<img alt="X">',
    '<div style="display:none"><p>X</p></div>',
    '<textarea>X</textarea>',
    '<svg><title>X</title></svg>',
  ])('does not see the X of %s', (hidden) => {
    expect(body(`<p>Seen.</p>${hidden}<p>Also seen.</p>`)).toBe('Seen.\n\nAlso seen.');
  });

  it('sees text whose style hides nothing', () => {
    expect(body('<p style="opacity:0.9;font-size:12px;left:-5px;color:#fff;background:#000">Seen.</p>')).toBe('Seen.');
  });

  it('drops invisible characters and keeps joiners where scripts need them', () => {
    expect(body('<p>Ac\u200bme\u202e p\u00adumps\u{e0041} i\u200cs</p><p>می‌خواهم 👩‍💻 क्‍ष</p>')).toBe('Acme pumps is\n\nمی‌خواهم 👩‍💻 क्‍ष');
  });

  it('prefers the main part when it holds most of the text', () => {
    const main = `<main><p>${'The story of Acme. '.repeat(10)}</p></main>`;
    expect(body(`<div>Teaser of another page.</div>${main}`)).not.toContain('Teaser');
    expect(body(`<main>Short.</main><div>${'The story of Acme. '.repeat(10)}</div>`)).toContain('story');
  });

  it('says a repeated paragraph once', () => {
    const twice = '<p>The same long paragraph for phones and for desktops.</p>';
    expect(body(`${twice}<p>Between.</p>${twice}`)).toBe('The same long paragraph for phones and for desktops.\n\nBetween.');
  });

  it('takes the title of the page, a heading for a generic one, the address for none', () => {
    expect(extract('<title> About\n us | Acme </title><h1>H</h1>').title).toBe('About us | Acme');
    expect(extract('<title>Careers</title><h1>Pump Engineer</h1>').title).toBe('Pump Engineer');
    expect(extract('<p>x</p>').title).toBe('acme.example/about');
  });

  it('lists links as full addresses, by the page’s base, without other schemes', () => {
    const { links } = extract(
      '<base href="/de/"><a href="team">Team</a><a href="mailto:a@b.c">M</a><a href="javascript:x">J</a><a href="http://[">B</a>',
    );
    expect(links).toEqual([{ url: 'https://acme.example/de/team', text: 'Team' }]);
  });

  it('keeps right-to-left and other scripts whole', () => {
    expect(body('<p>نحن نبني المضخات.</p><p>私たちはポンプを作ります。</p>')).toBe('نحن نبني المضخات.\n\n私たちはポンプを作ります。');
  });

  it.each([
    ['deep nesting', '<div>'.repeat(2000)],
    ['deep nesting behind a comment that is none', `<!-->${'<div>'.repeat(2000)}`],
    ['deep nesting inside a drawing', `<svg><style>${'<g>'.repeat(2000)}`],
    ['end tags that close nothing', '<div><template></div></template>'.repeat(2000)],
    ['a tag of a thousand attributes', `<p ${Array.from({ length: 1000 }, (_, i) => `a${i}`).join(' ')}>`],
    ['more elements than any page has', `<p>${Array.from({ length: 300 }, (_, i) => `<b a=${i}>`).join('')}${'<p>x'.repeat(2000)}`],
    ['text out of place', `<table>${'a<b></b>'.repeat(50_000)}`],
  ])('refuses %s', (_, html) => {
    expect(() => extract(html)).toThrow('not safe to read');
  });

  it('reads a page with markup in its attributes and scripts', () => {
    const words = Array.from({ length: 400 }, (_, i) => `w${i}`).join(' ');
    expect(body(`<p data-x="<path d=&quot;${words}">Seen.</p><script>if (a <b ${words}) x()</script>`)).toBe('Seen.');
  });
});

describe('a job posting in structured data', () => {
  const more = Array.from({ length: 9 }, (_, i) => `<p>Point ${i} about the work with water.</p><br>`).join('');
  const description = `<p>Acme builds pumps for hospitals.</p><ul><li>You will design seals.</li></ul>${more}`;
  const page = (json: string) => extract(`<title>Jobs</title><script type="application/ld+json">${json}</script><p>Visible text.</p>`);
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Seal &amp; Pump Engineer',
    hiringOrganization: { name: 'Acme' },
    description,
  };

  it('gives title, company and text', () => {
    const { title, content, posting: found } = page(JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, posting] }));
    expect(title).toBe('Seal & Pump Engineer – Acme');
    expect(content).toMatch(/^Acme builds pumps for hospitals\.\n\nYou will design seals\.\n\n/);
    expect(found).toMatchObject({ company: 'Acme', location: null });
  });

  it('is read in the sloppy ways sites write it', () => {
    const escaped = { ...posting, description: description.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), hiringOrganization: 'Acme' };
    const sloppy = `<!-- ${JSON.stringify(escaped).replace('You will', 'You\n will').replace(/}$/, ',}')}; -->`.replace('; -->', ' -->');
    expect(page(sloppy).content).toMatch(/^Acme builds pumps for hospitals\.\n\nYou will design seals\./);
    expect(page(JSON.stringify([{ ...posting, '@type': ['Thing', 'http://schema.org/JobPosting'] }])).posting?.company).toBe('Acme');
  });

  it('names the place', () => {
    const place = { jobLocation: [{ '@type': 'Place', address: { addressLocality: 'Bergen', addressCountry: { name: 'Norway' } } }] };
    expect(page(JSON.stringify({ ...posting, ...place })).posting?.location).toBe('Bergen, Norway');
  });

  it('leaves the visible text when the description is a teaser', () => {
    expect(page(JSON.stringify({ ...posting, description: 'Apply!' })).content).toBe('Visible text.');
  });

  it.each(['', 'not json', '['.repeat(100_000), '{"@type":"Organization","description":"x"}', 'null'])('is not found in %#', (json) => {
    expect(page(json)).toMatchObject({ posting: null, content: 'Visible text.' });
  });

  it('is not taken from a list of several', () => {
    expect(page(JSON.stringify([posting, { ...posting, title: 'Sales Manager' }])).posting).toBeNull();
  });
});

describe('extractText', () => {
  it('parts the blocks at blank lines', () => {
    expect(extractText('Acme\nbuilds <b>\n\n \n\npumps.\n', URL_OF_PAGE)).toMatchObject({
      title: 'Acme',
      content: 'Acme\nbuilds <b>\n\npumps.',
    });
  });

  it('keeps the beginning of a text that is too long', () => {
    expect(extractText('a'.repeat(300_000), URL_OF_PAGE).content).toHaveLength(100_000);
  });
});
