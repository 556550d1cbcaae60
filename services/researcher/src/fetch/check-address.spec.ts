import { describe, expect, it } from '@jest/globals';
import { canonicalAddress, isPublicAddress } from './check-address.ts';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '2606:4700:4700::1111', '2a00:1450:4001:82f::200e', '64:ff9b::808:808'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.251',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:127.0.0.1',
      '::7f00:1',
      'fe80::1',
      'fe80::1%eth0',
      'fd00::1',
      'ff02::1',
      '2002:808:808::1',
      '2001::1',
    ],
    ...[
      '64:ff9b::7f00:1',
      '64:ff9b::a00:1',
      '64:ff9b:1::808:808',
      '2001:db8::1',
      '3fff::1',
      '4000::1',
      '2a00::5efe:7f00:1',
      '2a00::200:5efe:7f00:1',
    ],
    ...['', 'example.com', '8.8.8.8.8', '127.1.', '1e100'],
  ])('leaves %s alone', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('canonicalAddress', () => {
  it('gives one spelling to one address', () => {
    expect(canonicalAddress('::ffff:127.0.0.1')).toBe('127.0.0.1');
    expect(canonicalAddress('2606:4700:0:0::1')).toBe(canonicalAddress('2606:4700::1'));
  });
});
