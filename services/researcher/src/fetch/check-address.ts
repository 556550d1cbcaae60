import ipaddr from 'ipaddr.js';

/** Public by range, yet answering only inside one provider's network. */
const PROVIDER_ADDRESSES = new Set(['168.63.129.16']);

/** Is this a plain public address? Everything unparsable, special, private or carrying another address inside is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicV4(parsed);
  const parts = parsed.parts;
  if (parsed.zoneId) return false;
  if (isNat64(parts)) return isPublicV4(embeddedV4(parts));
  const global = (parts[0]! & 0xe000) === 0x2000;
  // An ISATAP interface id carries an IPv4 address under an ordinary prefix.
  const isatap = parts[5] === 0x5efe && (parts[4]! & 0xfdff) === 0;
  return global && !isatap && parsed.range() === 'unicast';
}

/** The same address in one spelling, so that two spellings compare equal. */
export function canonicalAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !PROVIDER_ADDRESSES.has(address.toString());
}

/** The well-known prefix 64:ff9b::/96, which is how an IPv6-only network reaches any IPv4 site. */
function isNat64(parts: number[]): boolean {
  return parts[0] === 0x64 && parts[1] === 0xff9b && parts.slice(2, 6).every((part) => part === 0);
}

function embeddedV4(parts: number[]): ipaddr.IPv4 {
  const [high, low] = [parts[6]!, parts[7]!];
  return new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
}
