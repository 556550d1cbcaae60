import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/*
 * Loaded into every process of the product by `NODE_OPTIONS=--import`: writes down whom it turns to, before it does. Everything that Node
 * connects over (fetch, undici, drivers) comes through the one method of its sockets; names are asked for through `dns`.
 */
const file = process.env.COVERWRIGHT_CONNECTIONS;

if (file !== undefined) {
  const [, by = 'launcher'] = /services.(gateway|researcher|writer).dist/.exec(process.argv[1] ?? '') ?? [];
  const note = (to: string) => appendFileSync(file, `${JSON.stringify({ by, to })}\n`);
  /** Calls `seen` with the arguments of each call of a method, then the method. */
  const watch = (owner: object, name: string, seen: (given: unknown[]) => void) => {
    const methods = owner as Record<string, (...given: unknown[]) => unknown>;
    const original = methods[name];
    if (original === undefined) throw new Error(`There is no ${name} to be watched.`);
    methods[name] = function (this: unknown, ...given: unknown[]) {
      seen(given);
      return original.apply(this, given);
    };
  };

  watch(net.Socket.prototype, 'connect', (given) => {
    // `net.connect` hands over what it has read of its arguments as an array.
    const [first, second] = (Array.isArray(given[0]) ? given[0] : given) as unknown[];
    const options = (typeof first === 'object' ? first : { port: first, host: second }) as Record<string, string | number | undefined>;
    note(options.path === undefined ? `${options.host ?? 'localhost'}:${options.port}` : `unix ${options.path}`);
  });
  watch(dgram.Socket.prototype, 'send', (given) =>
    note(
      `udp ${given
        .slice(1)
        .filter((value) => /^(string|number)$/.test(typeof value))
        .join(' ')}`,
    ),
  );
  for (const owner of [dns, dns.promises]) {
    for (const name of Object.keys(owner).filter((key) => /^(lookup|resolve|reverse)/.test(key))) {
      watch(owner, name, ([asked]) => {
        if (typeof asked === 'string' && net.isIP(asked) === 0) note(`name ${asked}`);
      });
    }
  }
}
