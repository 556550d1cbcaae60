import { request } from 'undici';
import { openGuardedAgent } from '../src/fetch/open-connection.ts';

// Asks for each address given, as the fetcher connects, while every name leads to this machine. Prints a status or an error's code for each.
const signal = AbortSignal.timeout(10_000);
const dispatcher = openGuardedAgent({ resolve: async () => ['127.0.0.1'], mayBePrivate: () => true, maxBytes: 1_000_000, signal });
for (const url of process.argv.slice(2)) {
  const outcome = await request(url, { dispatcher, signal }).then(
    ({ statusCode }) => statusCode,
    (error: { code?: string }) => error.code ?? 'no code',
  );
  console.log(outcome);
}
process.exit(0);
