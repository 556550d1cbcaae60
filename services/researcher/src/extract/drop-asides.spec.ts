import { describe, expect, it } from '@jest/globals';
import type { Element } from 'domhandler';
import { collectBlocks } from './collect-blocks.ts';
import { dropAsides } from './drop-asides.ts';
import { loadHtml } from './load-html.ts';

const story = `<p>${'Acme opened a hospital for pumps, which has forty beds. '.repeat(12)}</p>`;

function textOf(html: string): string {
  const article = loadHtml(`<div id="article">${html}</div>`, 'fragment')('#article')[0] as Element;
  dropAsides(article);
  return collectBlocks([article], { isUnseen: () => false, keepRepeats: true })
    .map((block) => block.text)
    .join(' ');
}

describe('dropAsides', () => {
  it.each([
    ['a figure', '<figure><p>Aside</p></figure>'],
    ['a caption', '<div class="wp-caption"><p>Aside</p></div>'],
    ['a picture with its credit', '<div class="box"><p>Aside</p><span>(Photo: Ann Lee)</span></div>'],
    ['a gallery', '<ul class="photoGallery"><li>Aside</ul>'],
    ['related links', '<section class="relatedContent"><h3>Aside</h3></section>'],
    ['a share bar', '<div class="article-share-tools">Aside</div>'],
    ['a newsletter box', '<div id="newsletter_signup"><p>Aside</p></div>'],
    ['a box that asks for something', '<div class="members-cta-wrap"><p>Aside</p></div>'],
    ['a dateline', '<div class="post-meta">Aside</div>'],
    ['a standfirst', '<p class="article__standfirst">Aside</p>'],
    ['a box that appears on hovering', '<p>Seen <span class="hover-card-box">Aside</span></p>'],
    ['a list of links', '<ul><li><a href="/x">Aside one</a><li><a href="/y">Aside two</a></ul>'],
    ['a paragraph that is a link', '<p><a href="/x">Aside: another story</a></p>'],
  ])('leaves out %s', (_, aside) => {
    expect(textOf(story + aside + story)).not.toContain('Aside');
    expect(textOf(story + aside + story)).toContain('forty beds');
  });

  it.each([
    ['a figure with a table', '<figure><table><tr><td>Text</table></figure>'],
    ['a figure with a quotation', '<figure class="x"><blockquote>Text</blockquote></figure>'],
    ['a link in a sentence', '<p>Some <a href="/x">Text</a> and more words of it.</p>'],
    ['a list with some links', '<ul><li><a href="/x">Text</a> which says more about pumps</ul>'],
    ['a heading that links to itself', '<h2><a href="#here">Text</a></h2>'],
    ['names that only look alike', '<p class="shareholder-letter adds">Text</p>'],
    ['a name that is no name for a few words in a sentence', '<p>On <span class="date">Text</span> we opened.</p>'],
  ])('keeps %s', (_, part) => {
    expect(textOf(story + part + story)).toContain('Text');
  });

  it('keeps what is most of the article, whatever it is called', () => {
    expect(textOf(`<div class="gallery">${story}</div><p>End.</p>`)).toContain('forty beds');
  });
});
