import { describe, expect, it } from '@jest/globals';
import { isPathAllowed, parseRobots } from './match-robots.ts';

const allows = (robots: string, path: string, agent = 'Coverwright') => isPathAllowed(parseRobots(robots, agent), path);

describe('robots.txt', () => {
  it('allows everything when it says nothing', () => {
    expect(allows('', '/x')).toBe(true);
    expect(allows('<html>404</html>', '/x')).toBe(true);
    expect(allows('user-agent: *\ndisallow:', '/x')).toBe(true);
  });

  it('lets the longest rule decide and Allow win a tie', () => {
    const robots = 'user-agent: *\ndisallow: /jobs\nallow: /jobs/open\n';
    expect(allows(robots, '/jobs/closed')).toBe(false);
    expect(allows(robots, '/jobs/open/1')).toBe(true);
    expect(allows('user-agent: *\ndisallow: /a\nallow: /a', '/a')).toBe(true);
  });

  it('prefers the group that names us and joins such groups', () => {
    const robots =
      'user-agent: *\ndisallow: /\n\nuser-agent: CoverWright/2.0\ndisallow: /a\n\nuser-agent: x\nuser-agent: coverwright\ndisallow: /b\n';
    expect(allows(robots, '/c')).toBe(true);
    expect(allows(robots, '/a')).toBe(false);
    expect(allows(robots, '/b')).toBe(false);
    expect(allows(robots, '/c', 'Other')).toBe(false);
  });

  it('does not take a longer or shorter name for ours', () => {
    expect(allows('user-agent: coverwrightbot\ndisallow: /', '/')).toBe(true);
    expect(allows('user-agent: cover\ndisallow: /', '/')).toBe(true);
  });

  it('understands stars and the end mark', () => {
    const robots = 'user-agent: *\ndisallow: /*.pdf$\ndisallow: /a/*/c\n';
    expect(allows(robots, '/x/y.pdf')).toBe(false);
    expect(allows(robots, '/x/y.pdf?z')).toBe(true);
    expect(allows(robots, '/a/b/c/d')).toBe(false);
    expect(allows(robots, '/a/c')).toBe(true);
    expect(allows('user-agent: *\ndisallow: /a*a$', '/a')).toBe(true);
    expect(allows('user-agent: *\ndisallow: /x$', '/x')).toBe(false);
  });

  it('compares paths with escapes in either case and letters beyond ASCII', () => {
    expect(allows('user-agent: *\ndisallow: /über', '/%c3%9cber')).toBe(true);
    expect(allows('user-agent: *\ndisallow: /über', '/%c3%bcber')).toBe(false);
    expect(allows('user-agent: *\ndisallow: /%c3%bcber', '/%C3%BCber')).toBe(false);
  });

  it('reads comments, odd spacing, line endings and common misspellings', () => {
    expect(allows('User-Agent : * # all\r\nDisallow : /x # why\r', '/x')).toBe(false);
    expect(allows('useragent *\ndisalow /x', '/x')).toBe(false);
    expect(allows('\uFEFFuser-agent: *\ndisallow: /x', '/x')).toBe(false);
  });

  it('keeps a group together across lines it does not know', () => {
    expect(allows('user-agent: a\nsitemap: https://x.example/s\nuser-agent: *\ndisallow: /', '/', 'a')).toBe(false);
  });

  it('stays quick on a bomb of stars', () => {
    const started = performance.now();
    expect(allows(`user-agent: *\ndisallow: /${'*a'.repeat(5000)}*b`, `/${'a'.repeat(1900)}`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
