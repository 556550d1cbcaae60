import { spellV4, wrapInV6 } from './spell-address.ts';

export interface HostileUrl {
  kind: string;
  url: string;
  /** What the name resolves to; without it, it resolves to a loopback address. */
  addresses?: string[];
}

/** One address of each kind of network that no page of a company is in. */
const PRIVATE_V4 = [
  ...['127.0.0.1', '10.0.0.1', '172.16.5.4', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['192.0.0.8', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.251', '240.0.0.1', '255.255.255.255'],
];
const CLOUD_V4 = ['169.254.170.2', '169.254.0.23', '100.100.100.200', '168.63.129.16', '192.0.0.192'];
const PRIVATE_V6 = [
  ...['::', '::1', '0:0:0:0:0:0:0:1', '0000:0000:0000:0000:0000:0000:0000:0001', 'fe80::1', 'febf::1', 'fec0::1', 'fc00::1'],
  ...['fd00:ec2::254', 'fd12:3456:789a::1', 'ff02::1', 'ff0e::1', '100::1', '2001:db8::1', '3fff::1', '2001::1', '2001:2::1'],
  ...['2001:10::1', '2001:20::1', '2002::1', '5f00::1', '4000::1', '::2', '64:ff9b:1::1'],
];
const PRIVATE_NAMES = [
  ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'localhost.localdomain', 'ip6-localhost', 'loopback', 'broadcasthost'],
  ...['metadata', 'metadata.google.internal', 'instance-data.ec2.internal', 'metadata.azure.com', 'metadata.tencentyun.com'],
  ...['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local', 'vault.service.consul'],
  ...['host.docker.internal', 'gateway.docker.internal', 'redis', 'postgres', 'ollama', 'router', 'printer.local', 'nas.lan', 'tv.home'],
  ...['hub.home.arpa', '1.0.0.127.in-addr.arpa', 'wiki.corp', 'intranet', 'wiki.intranet', 'hidden.onion', 'site.i2p', 'pc.workgroup'],
  ...[
    '%6c%6f%63alhost',
    'loc%61lhost',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    'local\u00adhost',
    'localhost\u3002',
    'ｌｏｃａｌｈｏｓｔ',
    'x.ıocal.localhost',
    'printer.ｌｏｃａｌ',
  ],
];
const NOT_THE_WEB = [
  ...['file:///etc/passwd', 'file://localhost/etc/passwd', 'FILE:/etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1:6379/_FLUSHALL', 'dict://127.0.0.1:11211/'],
  ...['ldap://127.0.0.1/', 'sftp://127.0.0.1/', 'tftp://127.0.0.1/x', 'ws://127.0.0.1/', 'wss://example.com/', 'jar:http://127.0.0.1!/', 'data:text/html,<p>x</p>'],
  ...['javascript:alert(1)', 'view-source:http://example.com/', 'about:blank', 'blob:http://example.com/1', 'mailto:a@example.com', 'netdoc:///etc/passwd'],
  ...['unix:/var/run/docker.sock', 'http+unix://%2Fvar%2Frun%2Fdocker.sock/info', 'phar://x', 'php://input', 'urn:x', 'chrome://settings'],
  ...['//127.0.0.1/', '127.0.0.1', 'localhost:6379', 'example.com', '/etc/passwd', '', '?x', '#x', 'http', 'http:', 'http:/127.0.0.1/', 'http:127.0.0.1', 'http://', 'http:///127.0.0.1/', 'https:////127.0.0.1'],
]; // prettier-ignore
const REPAIRED = [
  ...[' http://127.0.0.1/', '\thttp://127.0.0.1/', 'http://127.0.0.1/ ', 'ht\ntp://127.0.0.1/', 'http://127.0\t.0.1/', 'http://exam\nple.com/', 'http://example.com/\0', 'http://127.0.0.1\0.example.com/'],
  ...['http:\\\\127.0.0.1\\', 'http://example.com\\@127.0.0.1/', 'http://127.0.0.1\\.example.com/', 'http://example.com/\r\nHost: localhost', 'http://exa mple.com/', '\u00a0http://127.0.0.1/'],
  ...['http://[::1', 'http://::1/', 'http://[127.0.0.1]/', 'http://[::1]x/', 'http://[]/', 'http://[::1].example.com/', 'http://[fe80::1%25eth0]/', 'http://[fe80::1%eth0]/', 'http://[::1%251]/', 'http://[v1.x]/', 'http://[0:0:0:0:0:0:0:0:1]/'],
  ...['http://./', 'http://../', 'http://.example.com/', 'http://example..com/', 'http://exa<mple.com/', 'http://exa%00mple.com/', 'http://exa%2fmple.com/', 'http://xn--a/', 'http://1.2.3.4.5/', 'http://256.256.256.256/', 'http://0x/', 'http://example.0x7f/'],
  `http://example.com/${'a'.repeat(5000)}`,
]; // prettier-ignore
const WITH_USER = [
  ...['user@127.0.0.1', 'user:pass@example.com', '@example.com', ':@example.com', 'example.com@127.0.0.1', 'example.com:80@127.0.0.1', 'example.com%40@127.0.0.1'],
  ...['127.0.0.1@example.com', 'a@b@127.0.0.1', 'example.com%2f@127.0.0.1', 'localhost:80@example.com', 'a:b@[::1]', 'http@example.com', 'example.com:80;@127.0.0.1'],
]; // prettier-ignore
const PORTS = [0, 1, 21, 22, 23, 25, 53, 81, 110, 111, 143, 389, 445, 2049, 2375, 3000, 3306, 5432, 6379, 8000, 8081, 9200, 10250, 11211, 11434, 27017, 65535, 65536, 99999]; // prettier-ignore

/**
 * Addresses that lead, or could be made to lead, somewhere else than to a public web site. None may be connected to; each must be
 * refused, also when a site sends on to it.
 */
export function hostileUrls(): HostileUrl[] {
  const of = (kind: string, urls: string[]) => urls.map((url) => ({ kind, url }));
  return [
    ...of(
      'IPv4 in every spelling',
      [...PRIVATE_V4, ...CLOUD_V4].flatMap(spellV4).map((host) => `http://${host}/`),
    ),
    ...of('IPv6', PRIVATE_V6.map((host) => `http://[${host}]/`)), // prettier-ignore
    ...of('IPv4 inside IPv6', PRIVATE_V4.slice(0, 6).flatMap(wrapInV6).map((host) => `https://[${host}]:8443/`)), // prettier-ignore
    ...of('names inside a network', PRIVATE_NAMES.map((host) => `http://${host}/`)), // prettier-ignore
    ...of('other schemes', NOT_THE_WEB),
    ...of('repaired in silence', REPAIRED),
    ...of('user names', WITH_USER.map((authority) => `http://${authority}/`)), // prettier-ignore
    ...of('ports', PORTS.map((port) => `http://example.com:${port}/`)), // prettier-ignore
    ...resolvedUrls(),
  ];
}

/** Ordinary names whose addresses are not: alone, among public ones, as IPv6, and as no addresses at all. */
function resolvedUrls(): HostileUrl[] {
  const answers = [
    ...[...PRIVATE_V4, ...CLOUD_V4, ...PRIVATE_V6].map((address) => [address]),
    ...['127.0.0.1', '10.0.0.1', '169.254.169.254'].flatMap(wrapInV6).map((address) => [address]),
    ...[['8.8.8.8', '127.0.0.1'], ['127.0.0.1', '8.8.8.8'], ['2606:4700::1111', '::1'], ['8.8.8.8', '1.1.1.1', '9.9.9.9', '8.8.4.4', '10.0.0.1']],
    ...[['localhost'], ['example.com'], [''], ['0x7f000001'], ['fe80::1%eth0'], ['8.8.8.8', 'not an address']],
  ]; // prettier-ignore
  return answers.map((addresses, index) => ({ kind: 'names that resolve to it', url: `https://site${index}.example/`, addresses }));
}
