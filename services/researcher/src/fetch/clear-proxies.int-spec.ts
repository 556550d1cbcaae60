import { afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalSite } from '@coverwright/testing';
import { clearProxies } from './clear-proxies.ts';
import { PageFetcher } from './page-fetcher.ts';

const NAMES = ['HTTP_PROXY', 'https_proxy', 'ALL_PROXY', 'no_proxy', 'NODE_USE_ENV_PROXY'];
const sites: LocalSite[] = [];

async function site(): Promise<LocalSite> {
  const started = await startLocalSite({ '/': { body: '<p>x' } });
  sites.push(started);
  return started;
}

afterEach(async () => {
  clearProxies(process.env);
  await Promise.all(sites.splice(0).map((one) => one.close()));
});

describe('proxies of the environment', () => {
  it('are not used by the fetcher', async () => {
    const [acme, proxy] = [await site(), await site()];
    for (const name of NAMES) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : name === 'no_proxy' ? '' : proxy.url;
    const fetcher = new PageFetcher({ allowPrivate: [acme.host] });
    await expect(fetcher.fetch(acme.url, new AbortController().signal)).resolves.toMatchObject({ text: '<p>x' });
    expect(acme.requests).toEqual(['/robots.txt', '/']);
    expect(proxy.requests).toEqual([]);
  });

  it('are removed in every spelling, and nothing else is', () => {
    const environment: NodeJS.ProcessEnv = { PATH: '/bin', MY_PROXY: 'x', http_proxy: 'x', Https_Proxy: 'x' };
    for (const name of NAMES) environment[name] = 'x';
    clearProxies(environment);
    expect(environment).toEqual({ PATH: '/bin', MY_PROXY: 'x' });
  });
});
