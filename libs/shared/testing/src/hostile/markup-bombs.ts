export interface MarkupBomb {
  name: string;
  format: 'html' | 'text';
  make: () => string;
}

/** As large as the fetcher lets a page be. */
const PAGE = 5 * 1024 * 1024;

const fill = (piece: string, size = PAGE) => piece.repeat(Math.floor(size / piece.length));
const numbered = (count: number, piece: (index: number) => string) => Array.from({ length: count }, (_, index) => piece(index)).join('');
const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script><p>Text`;

const NESTED = ['div', 'span', 'b', 'a', 'font', 'p', 'li', 'ul', 'table', 'td', 'form', 'button', 'select', 'option', 'template', 'svg', 'math', 'ruby', 'details', 'blockquote', 'frameset', 'noscript', 'h1', 'object', 'x-y']; // prettier-ignore

const PAGES: Record<string, () => string> = {
  'a million line breaks': () => '<br>'.repeat(1_000_000),
  'a million links': () => fill('<a href=/x>y</a>'),
  'nothing but <': () => fill('<'),
  'tags that do not end': () => fill('<a'),
  'tags that do not end, with attributes': () => fill('<a b="'),
  'end tags alone': () => fill('</div>'),
  'end tags of everything else': () => `<div>${fill('</p></b></a>')}`,
  'comments that do not end': () => fill('<!--'),
  'a comment of dashes': () => `<!--${fill('-')}`,
  declarations: () => fill('<!x>'),
  'CDATA in SVG': () => `<svg>${fill('<![CDATA[')}`,
  'character references': () => fill('&amp'),
  'numeric references': () => fill('&#x10FFFF;'),
  'references without end': () => fill('&CounterClockwiseContourIntegra'),
  'a script that does not end': () => `<script>${fill('<!--<script ')}`,
  'a style that does not end': () => `<style>${fill('a{}')}`,
  'a title that does not end': () => `<title>${fill('x ')}`,
  'text without a blank': () => `<p>${fill('x')}`,
  blanks: () => `<p>${fill(' ')}`,
  NUL: () => `<p>${fill('\0')}`,
  'lone surrogates': () => `<p>${fill('\ud800')}`,
  'marks on one letter': () => `<p>a${fill('\u0301')}`,
  'directions within directions': () => `<p>${fill('\u202e\u2067')}`,
  '20,000 attributes': () => `<p ${numbered(20_000, (index) => `a${index}=x `)}>`,
  '500 attributes on many tags': () => fill(`<p ${numbered(500, (index) => `a${index} `)}>`),
  '200 attributes on many tags': () => fill(`<p ${numbered(200, (index) => `a${index} `)}>`),
  'the same attribute again and again': () => `<p ${fill('a=b ')}>`,
  'a long attribute': () => `<p title="${fill('x')}">`,
  'long classes': () => `<p class="${fill('hidden ')}">Text`,
  'long styles': () => `<p style="${fill('display:none;')}">Text`,
  'many styles': () => fill('<p style="display:none;color:#fff;font-size:0;opacity:0">x'),
  'formatting rebuilt in each paragraph': () => fill('<p><b><i><u><s>'),
  'formatting with attributes, rebuilt': () => `${numbered(2000, (index) => `<b class=${index}>`)}${fill('<p>x')}`,
  'links within links': () => fill('<a><div>'),
  'the adoption agency at work': () => `${'<b><p>'.repeat(200)}${fill('</b>')}`,
  'text thrown out of a table': () => `<table>${fill('x<tr>')}`,
  'elements thrown out of a table': () => `<table>${fill('<div>x</div><tr>')}`,
  'tables within tables, thrown out': () => fill('<table><td><table>x'),
  frames: () => `<frameset>${fill('<frame>')}`,
  'forms and fields': () => fill('<form><input><textarea>x</textarea></form>'),
  'lists that close each other': () => fill('<li><p><dd><dt>'),
  headings: () => fill('<h1>x</h1>'),
  options: () => `<select>${fill('<option>x')}`,
  'JSON-LD nested deeply': () => jsonLd('['.repeat(200_000)),
  'JSON-LD nested deeply and closed': () => jsonLd('{"@graph":['.repeat(100_000) + ']}'.repeat(100_000)),
  'JSON-LD of one long text': () => jsonLd(`{"@type":"JobPosting","title":"x","description":"${fill('<b>x ', 4_000_000)}"}`),
  'JSON-LD of escaped markup': () => jsonLd(`{"@type":"JobPosting","title":"x","description":"${fill('&lt;div&gt;', 4_000_000)}"}`),
  'JSON-LD again and again': () => fill('<script type="application/ld+json">{"@type":"JobPosting","title":"x"}</script>'),
  'JSON-LD of many items': () => jsonLd(`[${fill('{"@type":"Thing"},', 4_000_000)}{}]`),
  'meta tags': () => fill('<meta name=description content="x">'),
  'a base without end': () => `<base href="http://x/${fill('a/', 100_000)}">${'<a href=../x>y</a>'.repeat(10_000)}`,
  'hidden within hidden': () => `${'<div hidden>'.repeat(400)}${fill('<p>x</p>')}`,
};

/** Markup of at most 5 MB made to cost whoever reads it minutes or gigabytes. */
export function markupBombs(): MarkupBomb[] {
  return [
    ...NESTED.map((tag) => ({ name: `<${tag}> in <${tag}>`, format: 'html' as const, make: () => fill(`<${tag}>`, 1_000_000) })),
    ...Object.entries(PAGES).map(([name, make]) => ({ name, format: 'html' as const, make })),
    { name: 'paragraphs of one letter', format: 'text', make: () => fill('a\n\n') },
    { name: 'line feeds', format: 'text', make: () => fill('\n') },
    { name: 'line feeds and blanks', format: 'text', make: () => fill('\n \t') },
    { name: 'one long line', format: 'text', make: () => fill('word ') },
  ];
}
