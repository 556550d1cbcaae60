import { describe, expect, it } from '@jest/globals';
import { FetchRefused } from './fetch-errors.ts';
import { gateUrl } from './gate-url.ts';

const hostile = [
  // Other schemes and no scheme
  'ftp://example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'javascript:alert(1)', 'data:text/html,x', '//example.com/', 'example.com',
  'http:example.com', 'http:///example.com/', 'http://', 'https://?x', '',
  // Tricks that the URL parser repairs in silence
  ' http://example.com/', 'http://example.com/ x', 'http://exa\tmple.com/', 'http://example.com\\@127.0.0.1/', 'http:\\\\example.com/', 'http://example.com/\n',
  'http://example.com/\u0000', 'http://[::1/', 'http://exa mple.com/', 'http://a..b.com:99999/',
  // User names
  'http://user@example.com/', 'http://user:pass@example.com/', 'http://@example.com/', 'http://example.com@127.0.0.1/', 'http://:@example.com/',
  // Ports
  'http://example.com:22/', 'http://example.com:6379/', 'https://example.com:25/', 'http://example.com:0/', 'http://example.com:11434/',
  // Loopback and private in every spelling
  'http://127.0.0.1/', 'http://127.1/', 'http://0x7f.0.0.1/', 'http://0x7f000001/', 'http://2130706433/', 'http://017700000001/', 'http://0177.0.0.1/',
  'http://127.0.0.1./', 'http://127。0。0。1/', 'http://①②⑦.0.0.1/', 'http://%31%32%37.0.0.1/', 'http://0/', 'http://0.0.0.0/', 'http://10.0.0.1/',
  'http://172.16.5.4/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://100.100.100.200/',
  'http://168.63.129.16/', 'http://192.0.2.1/', 'http://198.18.0.1/', 'http://224.0.0.1/', 'http://255.255.255.255/', 'http://240.0.0.1/',
  'http://0x08080808/', 'http://134744072/',
  // IPv6, with and without another address inside
  'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[fe80::1]/', 'http://[fc00::1]/',
  'http://[fd12:3456::1]/', 'http://[fec0::1]/', 'http://[ff02::1]/', 'http://[64:ff9b::7f00:1]/', 'http://[64:ff9b::a9fe:a9fe]/', 'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/', 'http://[2002:c0a8:0101::1]/', 'http://[2001:0:7f00:1::]/', 'http://[2001:db8::1]/', 'http://[100::1]/', 'http://[::ffff:0:127.0.0.1]/',
  'http://[2606:4700::5efe:7f00:1]/', 'http://[fe80::1%25eth0]/',
  // Names of machines inside a network
  'http://localhost/', 'http://LOCALHOST/', 'http://localhost./', 'http://foo.localhost/', 'http://%6c%6f%63alhost/', 'http://ⓛocalhost/', 'http://printer.local/',
  'http://metadata.google.internal/computeMetadata/v1/', 'http://metadata/', 'http://redis/', 'http://intranet/', 'http://kubernetes.default.svc/',
  'http://nas.lan/', 'http://router.home.arpa/', 'http://hidden.onion/', 'http://.example.com/', 'http://example..com/', 'http://x.localhost:8080/',
  `http://example.com/${'a'.repeat(2000)}`,
]; // prettier-ignore

const fine = [
  'http://example.com/',
  'https://example.com',
  'HTTPS://Example.COM/About',
  'https://example.com:443/',
  'https://example.com:8443/x?y=1',
  'http://example.com:8080/',
  'https://8.8.8.8/',
  'https://[2606:4700:4700::1111]/',
  'https://müller.example/über',
  'https://example.com/a@b',
  'https://localhost.example.com/',
  'https://local.example.com/',
];

describe('gateUrl', () => {
  it.each(hostile)('refuses %j', (url) => {
    expect(() => gateUrl(url)).toThrow(FetchRefused);
  });

  it.each(fine)('lets %j through', (url) => {
    expect(gateUrl(url)).toBeInstanceOf(URL);
  });

  it('drops the fragment', () => {
    expect(gateUrl('https://example.com/a#b').href).toBe('https://example.com/a');
  });

  it('lets exactly the host and port on the list through, whatever they are', () => {
    const allowed = ['127.0.0.1:41234', 'intranet:80', '[::1]:9000'];
    expect(gateUrl('http://127.0.0.1:41234/x', allowed).port).toBe('41234');
    expect(gateUrl('http://intranet/', allowed).hostname).toBe('intranet');
    expect(gateUrl('http://[::1]:9000/', allowed).port).toBe('9000');
    for (const other of [
      'http://127.0.0.1:41235/',
      'http://127.0.0.1/',
      'https://intranet/',
      'http://127.0.0.2:41234/',
      'http://a@127.0.0.1:41234/',
    ]) {
      expect(() => gateUrl(other, allowed)).toThrow(FetchRefused);
    }
  });

  it('ignores list entries without a port', () => {
    expect(() => gateUrl('http://127.0.0.1/', ['127.0.0.1', ''])).toThrow(FetchRefused);
  });
});
