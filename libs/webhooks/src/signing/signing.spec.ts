import fc from 'fast-check';
import { WebhookSecretInvalidError } from '../domain/index.js';
import { newSecret, newSigningKey, publicKeyOf } from './secret.js';
import { signatureHeader } from './sign.js';
import { verifyWebhook, WebhookUnverifiedError } from './verify.js';

// Golden vectors of Standard Webhooks 1.0.0 as alerts-webhooks section 7 gives them.
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIME = 1614265330;
const BODY = '{"test": 2432232314}';
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const V1 = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const SIGNING_KEY =
  'whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==';
const PUBLIC_KEY = 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=';
const V1A =
  'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==';

const at = (offsetSeconds: number): Date => new Date((TIME + offsetSeconds) * 1000);
const headers = (changes: Record<string, string | undefined> = {}) => ({
  'webhook-id': ID,
  'webhook-timestamp': String(TIME),
  'webhook-signature': V1,
  ...changes,
});
const verify = (changes: Partial<Parameters<typeof verifyWebhook>[0]> = {}): string =>
  verifyWebhook({ headers: headers(), rawBody: BODY, keys: [SECRET], now: at(0), ...changes });

describe('signing', () => {
  it('gives the golden signatures, one per key, in the order of the keys', () => {
    const body = Buffer.from(BODY);
    expect(signatureHeader([SECRET], ID, TIME, body)).toBe(V1);
    expect(signatureHeader([SIGNING_KEY], ID, TIME, body)).toBe(V1A);
    expect(signatureHeader([SIGNING_KEY, SECRET], ID, TIME, body)).toBe(`${V1A} ${V1}`);
  });

  it('shows the public half of a signing key', () => {
    expect(publicKeyOf(SIGNING_KEY)).toBe(PUBLIC_KEY);
  });

  it.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_!!!', `whsec_${'A'.repeat(100)}`])(
    'refuses the secret %p',
    (secret) => {
      const sign = (): string => signatureHeader([secret], ID, TIME, Buffer.from(BODY));
      expect(sign).toThrow(WebhookSecretInvalidError);
    },
  );
});

describe('verifying', () => {
  it('accepts the golden signatures and answers the id', () => {
    expect(verify()).toBe(ID);
    const signed = headers({ 'webhook-signature': V1A });
    expect(verify({ headers: signed, keys: [PUBLIC_KEY] })).toBe(ID);
  });

  it('accepts what any of the keys has signed, and skips versions it does not know', () => {
    const list = headers({ 'webhook-signature': `v2,abc v1,AAAA v1,= ${V1}` });
    expect(verify({ headers: list, keys: [newSecret(), SECRET] })).toBe(ID);
  });

  it('takes header names in any case, and a secret bare or unpadded', () => {
    const upper = Object.entries(headers()).map(([name, value]) => [name.toUpperCase(), value]);
    expect(verify({ headers: Object.fromEntries(upper) as Record<string, string> })).toBe(ID);
    expect(verify({ keys: [SECRET.slice('whsec_'.length)] })).toBe(ID);
    const padded = `whsec_${Buffer.alloc(25, 7).toString('base64')}`;
    const signature = signatureHeader([padded], ID, TIME, Buffer.from(BODY));
    const unpadded = padded.replace(/=+$/, '');
    const own = headers({ 'webhook-signature': signature });
    expect(verify({ headers: own, keys: [unpadded] })).toBe(ID);
  });

  it('bears a clock that is five minutes off, and not a second more', () => {
    expect([verify({ now: at(300) }), verify({ now: at(-300) })]).toEqual([ID, ID]);
    for (const offset of [301, -301]) {
      expect(() => verify({ now: at(offset) })).toThrow(WebhookUnverifiedError);
    }
  });

  it.each([
    ['no id', { 'webhook-id': undefined }],
    ['no time', { 'webhook-timestamp': undefined }],
    ['no signature', { 'webhook-signature': undefined }],
    ['a time that is no number', { 'webhook-timestamp': '1614265330.5' }],
    ['a signature cut short', { 'webhook-signature': V1.slice(0, 20) }],
    ['an empty signature', { 'webhook-signature': 'v1,' }],
    ['a token without a comma', { 'webhook-signature': 'v1' }],
    ['another version only', { 'webhook-signature': V1.replace('v1', 'v2') }],
    ['another id', { 'webhook-id': `${ID}x` }],
  ])('refuses %s', (_what, changes) => {
    expect(() => verify({ headers: headers(changes) })).toThrow(WebhookUnverifiedError);
  });

  it('refuses another key, an empty body and no key at all', () => {
    for (const change of [{ keys: [newSecret()] }, { rawBody: '' }, { keys: [] }]) {
      expect(() => verify(change)).toThrow(WebhookUnverifiedError);
    }
  });

  it('accepts what was signed, and nothing with one byte changed', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.nat(), fc.boolean(), (body, place, asymmetric) => {
        const signing = asymmetric ? newSigningKey() : newSecret();
        const keys = [asymmetric ? publicKeyOf(signing) : signing];
        const signature = signatureHeader([signing], ID, TIME, Buffer.from(body));
        const input = { headers: headers({ 'webhook-signature': signature }), keys };
        expect(verify({ ...input, rawBody: Buffer.from(body) })).toBe(ID);
        const changed = Buffer.from(body);
        const index = place % changed.length;
        changed[index] = (changed[index] ?? 0) ^ 1;
        expect(() => verify({ ...input, rawBody: changed })).toThrow(WebhookUnverifiedError);
      }),
      { numRuns: 50 },
    );
  });
});
