import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

const retryEvery = 50;

/**
 * Sends one command after the URL's credentials and gives the raw answer; '' when the server closed the connection instead
 * (SHUTDOWN does). Rejects when it cannot be reached or says nothing for `limit` milliseconds.
 */
export const askRedis = (url: string, command: string, limit = 10_000): Promise<string> => {
  const { hostname, port, username, password } = new URL(url);
  const credentials = [username, password].filter(Boolean).map(decodeURIComponent);
  const lines = [...(password ? [`AUTH ${credentials.join(' ')}`] : []), command];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port || 6379), hostname.replace(/^\[|\]$/g, '') || '127.0.0.1');
    let answer = '';
    socket.setTimeout(limit, () => socket.destroy(new Error(`no answer within ${limit / 1000} s`)));
    socket.once('connect', () => socket.write(lines.map((line) => `${line}\r\n`).join('')));
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.split('\r\n').length > lines.length) socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
};

/** Waits until a server that is being started answers; rejects when its process ends first. */
export const waitForRedis = async (url: string, child: ChildProcess): Promise<void> => {
  let ended = false;
  child.once('exit', () => (ended = true));
  for (;;) {
    // Refused while it starts, -LOADING while it reads its file: both mean not yet.
    const answer = await askRedis(url, 'PING', 1000).catch(() => '');
    if (answer.includes('+PONG')) return;
    if (ended) throw new Error('its process ended');
    await new Promise((resolve) => setTimeout(resolve, retryEvery));
  }
};
