import { createHash } from 'node:crypto';
import { firstChain, headerBytes, nextChain, type SegmentHeader } from './chain.js';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

const header: SegmentHeader = {
  shard: 5,
  incarnation: 1,
  seq: 2n,
  firstOffset: 10n,
  nextOffset: 13n,
  counts: { records: 3, events: 2, duplicates: 1, quarantined: 0, forwarded: 0 },
  occurredMinUs: 1_000_000n,
  occurredMaxUs: null,
  format: 1,
  rawBytes: 258,
  digests: Buffer.alloc(96, 0xab),
};

describe('chain', () => {
  it('begins with who the shard is', () => {
    const text = 'ledger.v1\0cluster-1\0ledger.usage.v1\x005\0';
    expect(firstChain(sha256, 'cluster-1', 'ledger.usage.v1', 5)).toEqual(
      sha256(Buffer.from(text, 'latin1')),
    );
  });

  it('lays the header out in big-endian fields of fixed width', () => {
    const fields = [
      '01', // version
      '00000005', // shard
      '00000001', // incarnation
      '0000000000000002', // seq
      '000000000000000a', // first offset
      '000000000000000d', // next offset
      '00000003' + '00000002' + '00000001' + '00000000' + '00000000', // counts
      '00000000000f4240', // occurred min, µs
      '0000000000000000', // occurred max: none
      '0001', // format
      '00000102', // raw bytes
      'ab'.repeat(96),
    ];
    expect(headerBytes(header).toString('hex')).toBe(fields.join(''));
  });

  it('commits to the link before', () => {
    const previous = Buffer.alloc(32, 1);
    expect(nextChain(sha256, previous, header)).toEqual(
      sha256(Uint8Array.of(2), previous, headerBytes(header)),
    );
    expect(nextChain(sha256, Buffer.alloc(32, 2), header)).not.toEqual(
      nextChain(sha256, previous, header),
    );
  });
});
