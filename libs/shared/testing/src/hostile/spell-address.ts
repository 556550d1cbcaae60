/** The ways in which URL parsers, resolvers and old libraries read an IPv4 address. All name the same four bytes. */
export function spellV4(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const number = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const octal = (part: number) => `0${part.toString(8)}`;
  const hex = (part: number) => `0x${part.toString(16)}`;
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const escaped = (text: string) => text.replace(/\d/g, (digit) => `%3${digit}`);
  return [
    address,
    `${address}.`,
    `${number}`,
    `0x${number.toString(16).toUpperCase()}`,
    octal(number),
    `${a}.${b}.${(c << 8) | d}`,
    `${a}.${(b << 16) | (c << 8) | d}`,
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map(hex).join('.'),
    `${hex(a)}.${octal(b)}.${c}.${d}`,
    `00${octal(a)}.${b}.${c}.${d}`,
    address.replaceAll('.', '。'),
    address.replaceAll('.', '%2e'),
    wide(address),
    escaped(address),
  ];
}

/** IPv6 addresses that carry the four bytes and are routed, translated or tunnelled to them somewhere. */
export function wrapInV6(address: string): string[] {
  const bytes = address.split('.').map(Number);
  const pair = (from: number, mask = 0) => ((((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0)) ^ mask).toString(16);
  const tail = `${pair(0)}:${pair(2)}`;
  return [
    `::ffff:${address}`,
    `::ffff:${tail}`,
    `0:0:0:0:0:ffff:${tail}`,
    `::ffff:0:${tail}`,
    `::${address}`,
    `::${tail}`,
    `64:ff9b::${address}`,
    `64:ff9b::${tail}`,
    `64:ff9b:1::${tail}`,
    `2002:${tail}::1`,
    // Teredo keeps the address of its client inverted.
    `2001:0:${tail}::${pair(0, 0xffff)}:${pair(2, 0xffff)}`,
    `2a00:1450::5efe:${tail}`,
    `2a00:1450::200:5efe:${tail}`,
  ];
}
