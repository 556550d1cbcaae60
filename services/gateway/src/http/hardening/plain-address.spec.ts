import { describe, expect, it } from '@jest/globals';
import { refuseAddress } from './plain-address.ts';

describe('refuseAddress', () => {
  it.each(['/', '/api/applications?q=100%25+more&cursor=', '/%F0%9F%98%80', '/..%2f..%2fetc', '/a?b=%0d%0a'])('lets %s pass', (url) => {
    expect(refuseAddress(url)).toBeNull();
  });

  it.each(['/%', '/%zz', '/%c0%ae', '/%ff', '/a?q=%', '/a?q=%ed%a0%80', '/api/applications/%00', '/a?q=x%00y'])('refuses %s', (url) => {
    expect(refuseAddress(url)).not.toBeNull();
  });
});
