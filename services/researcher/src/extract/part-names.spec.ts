import { describe, expect, it } from '@jest/globals';
import { Element } from 'domhandler';
import { namedAs, partNames } from './part-names.ts';

describe('partNames', () => {
  it('writes class and id in one way', () => {
    expect(partNames(new Element('div', { class: 'relatedContent Post_Meta x--y', id: 'shareBar' }))).toBe(
      'related-content post-meta x--y share-bar',
    );
    expect(partNames(new Element('div', {})).trim()).toBe('');
  });
});

describe('namedAs', () => {
  it('matches whole parts of names', () => {
    const names = namedAs('share ads? post-?meta');
    for (const name of ['share', 'x share-bar', 'top-ad', 'post-meta', 'postmeta y']) expect(names.test(name)).toBe(true);
    for (const name of ['shareholder', 'add', 'header', 'post', 'meta']) expect(names.test(name)).toBe(false);
  });
});
