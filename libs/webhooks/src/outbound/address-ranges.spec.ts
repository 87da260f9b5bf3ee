import { isAllowedAddress, ranges } from './address-ranges.js';

const allowed = (address: string, readmitted = ''): boolean =>
  isAllowedAddress(address, ranges(readmitted));

describe('addresses', () => {
  // First and last of each range of alerts-webhooks section 10.
  it.each([
    ['0.0.0.0', '0.255.255.255'],
    ['10.0.0.0', '10.255.255.255'],
    ['100.64.0.0', '100.127.255.255'],
    ['127.0.0.1', '127.255.255.255'],
    ['169.254.0.0', '169.254.169.254'],
    ['172.16.0.0', '172.31.255.255'],
    ['192.0.0.0', '192.0.0.255'],
    ['192.0.2.1', '192.0.2.255'],
    ['192.31.196.0', '192.31.196.255'],
    ['192.52.193.0', '192.52.193.255'],
    ['192.88.99.0', '192.88.99.255'],
    ['192.168.0.0', '192.168.255.255'],
    ['192.175.48.0', '192.175.48.255'],
    ['198.18.0.0', '198.19.255.255'],
    ['198.51.100.0', '198.51.100.255'],
    ['203.0.113.0', '203.0.113.255'],
    ['224.0.0.0', '239.255.255.255'],
    ['240.0.0.0', '255.255.255.255'],
    ['168.63.129.16', '168.63.129.16'],
    ['::', '::1'],
    ['::7f00:1', '::ffff:127.0.0.1'],
    ['::ffff:0:127.0.0.1', '64:ff9b::7f00:1'],
    ['64:ff9b:1::', '100::1'],
    ['5f00::', 'fc00::1'],
    ['fdff::1', 'fe80::1'],
    ['fec0::1', 'ff02::1'],
    ['4000::1', '2001::1'],
    ['2001:1ff:ffff::', '2001:db8::1'],
    ['2002:7f00:1::', '2620:4f:8000::1'],
    ['3fff::1', '3fff:fff::1'],
  ])('%s and %s are denied', (first, last) => {
    expect([allowed(first), allowed(last)]).toEqual([false, false]);
  });

  it.each([
    '1.1.1.1',
    '93.184.216.34',
    '9.255.255.255',
    '11.0.0.0',
    '172.32.0.0',
    '168.63.129.17',
    '223.255.255.255',
    '2600::1',
    '2a00:1450:4001::1',
    '::ffff:1.1.1.1',
  ])('%s is allowed', (address) => {
    expect(allowed(address)).toBe(true);
  });

  it('are re-admitted by range, but never metadata services and link-local ones', () => {
    expect(allowed('127.0.0.1', '127.0.0.0/8,::1/128')).toBe(true);
    expect(allowed('::ffff:127.0.0.1', '127.0.0.0/8')).toBe(true);
    expect(allowed('10.0.0.1', '127.0.0.0/8')).toBe(false);
    const everything = '0.0.0.0/0,::/0';
    const never = [
      '169.254.169.254',
      'fe80::1',
      'fd00:ec2::254',
      '168.63.129.16',
      '100.100.100.200',
    ];
    expect(never.map((address) => allowed(address, everything))).toEqual(never.map(() => false));
  });

  it('that are none are denied', () => {
    expect(['', 'localhost', '1.2.3', '::g'].map((text) => allowed(text, '0.0.0.0/0'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
