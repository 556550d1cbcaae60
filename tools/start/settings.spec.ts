import { describe, expect, it } from '@jest/globals';
import { localUrl, readLauncherSettings } from './settings.ts';

describe('readLauncherSettings', () => {
  it('takes the documented defaults from the folder it works in', () => {
    expect(readLauncherSettings({}, '/app', false)).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/app/data',
      contentDir: '/app/content',
      redisUrl: null,
      logFormat: 'json',
      debug: false,
    });
  });

  it('treats an empty variable as not set', () => {
    const settings = readLauncherSettings({ PORT: '', REDIS_URL: ' ', DATA_DIR: '' }, '/app', true);
    expect(settings).toMatchObject({ port: 3000, redisUrl: null, dataDir: '/app/data', logFormat: 'pretty' });
  });

  it.each(['abc', '-1', '70000', '1.5'])('leaves the port %s to the services, which say what is wrong', (PORT) => {
    expect(readLauncherSettings({ PORT }, '/app', false).port).toBeNull();
  });
});

describe('localUrl', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['localhost', 'http://localhost:3000'],
  ])('names an address that a browser can open for %s', (host, url) => {
    expect(localUrl(host, 3000)).toBe(url);
  });
});
