const here = 'http://here.invalid';

/** Where to go on after signing in: a path of this very site, whatever was asked for. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  const isHere = origin === here && !pathname.startsWith('//') && !/^\/(login|logout)\/?$/.test(pathname);
  return isHere ? pathname + search + hash : '/';
}
