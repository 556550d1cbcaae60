import { isIPv6 } from 'node:net';

/** Whom a request counts for: an address, of IPv6 the network that one household gets. Behind a proxy everybody is the proxy. */
export function clientKey(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':'); // prettier-ignore
}
