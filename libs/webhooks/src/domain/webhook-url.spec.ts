import { parseWebhookUrl, WebhookPortNotAllowedError, WebhookUrlInvalidError } from './index.js';

const parse = (url: string, allowHttp = false): string => parseWebhookUrl(url, { allowHttp }).href;

describe('a webhook url', () => {
  it.each(['https://example.com/', 'https://example.com:8443/x?y=1', 'https://example.com:1024/'])(
    'may be %s',
    (url) => {
      expect(parse(url)).toBe(url);
    },
  );

  it.each([
    '',
    'example.com',
    'http://example.com/',
    'ftp://example.com/',
    'javascript:alert(1)',
    'https://user@example.com/',
    'https://user:password@example.com/',
    'https://example.com/#fragment',
    'https://example.com/#',
    'https://256.256.256.256/',
    `https://example.com/${'x'.repeat(2048)}`,
  ])('must not be %s', (url) => {
    expect(() => parse(url)).toThrow(WebhookUrlInvalidError);
  });

  it.each(['https://example.com:22/', 'https://example.com:80/', 'https://example.com:1023/'])(
    'must not have the port of %s',
    (url) => {
      expect(() => parse(url)).toThrow(WebhookPortNotAllowedError);
    },
  );

  it('may be http where that is allowed', () => {
    expect(parse('http://127.0.0.1:8080/', true)).toBe('http://127.0.0.1:8080/');
    expect(parse('http://127.0.0.1/', true)).toBe('http://127.0.0.1/');
  });
});
