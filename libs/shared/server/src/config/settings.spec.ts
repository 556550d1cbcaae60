import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.ts';

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({}, '/srv/cw')).toMatchObject({
      server: { host: '127.0.0.1', port: 3000, authToken: null },
      database: { url: null, dataDir: '/srv/cw/data' },
      contentDir: '/srv/cw/content',
      llm: { provider: 'auto', numCtx: 8192, parallel: 1 },
      research: { maxPages: 8, concurrency: 4, allowPrivate: [] },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({ PORT: '', LLM_MODEL: ' ' }, '/').server.port).toBe(3000);
  });

  it('names every bad variable in one message and prints no value', () => {
    const read = () =>
      readSettings({ PORT: 'secret-port', LLM_PROVIDER: 'secret-llm', AUTH_TOKEN: 'short', REDIS_URL: 'http://secret' }, '/');
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT[^]*AUTH_TOKEN[^]*REDIS_URL[^]*LLM_PROVIDER/);
    expect(read).not.toThrow(/secret|short/);
  });

  it('does not open to other machines without a token or a clear word', () => {
    expect(() => readSettings({ HOST: '0.0.0.0' }, '/')).toThrow(/AUTH_TOKEN/);
    expect(readSettings({ HOST: '0.0.0.0', AUTH: 'none' }, '/').server.host).toBe('0.0.0.0');
    expect(readSettings({ HOST: '0.0.0.0', AUTH_TOKEN: 'a-long-enough-token' }, '/').server.authToken).toBe('a-long-enough-token');
  });

  it.each(['two words', '{braces}', 'a:b', 'x'.repeat(65), '*'])('takes no key prefix that is not one plain word: "%s"', (prefix) => {
    expect(() => readSettings({ REDIS_KEY_PREFIX: prefix }, '/')).toThrow(/REDIS_KEY_PREFIX/);
  });

  it('takes .env.example, as it is, for the defaults', () => {
    const example = readFileSync(new URL('../../../../../.env.example', import.meta.url), 'utf8');
    expect(readSettings(parseEnv(example), '/')).toEqual(readSettings({}, '/'));
  });
});
