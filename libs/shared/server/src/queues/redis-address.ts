/** What the keys of an instance begin with when nobody says otherwise. */
export const defaultKeyPrefix = 'coverwright';

/** The address of a Redis together with what this instance's keys begin with there: it travels as the address's fragment. */
export const withKeyPrefix = (url: string, prefix: string): string => `${url}#${prefix}`;

export function splitAddress(address: string): { url: string; prefix: string } {
  const at = address.lastIndexOf('#');
  return at === -1 ? { url: address, prefix: defaultKeyPrefix } : { url: address.slice(0, at), prefix: address.slice(at + 1) };
}
