import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { fetchPosition, PositionRefusedError } from './position-client.js';

let server: Server;
let apiUrl: string;
const asked: { url: string | undefined; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer(({ url, headers }, response) => {
    asked.push({ url, authorization: headers.authorization });
    const known = url?.startsWith('/v1/commitments/known') === true;
    const problem = { code: 'not-found', title: 'Not found', detail: 'no commitment "x y"' };
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { status: 'WATCH' } : problem));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

describe('position over HTTP', () => {
  it('asks at the two clocks with the key', async () => {
    const at = { asOf: '2027-07-02T06:00:00Z', through: '2027-07-01' };
    const request = { commitmentId: 'known', apiUrl, apiKey: 'cl_test_key', ...at };
    expect(await fetchPosition(request)).toEqual({ status: 'WATCH' });
    expect(asked.at(-1)).toEqual({
      url: '/v1/commitments/known/position?asOf=2027-07-02T06%3A00%3A00Z&through=2027-07-01',
      authorization: 'Bearer cl_test_key',
    });
  });

  it('says what the API refused', async () => {
    const refused = fetchPosition({ commitmentId: 'x y', apiUrl, apiKey: 'k' });
    await expect(refused).rejects.toMatchObject({
      code: 'not-found',
      message: 'Not found: no commitment "x y"',
    });
    expect(asked.at(-1)?.url).toBe('/v1/commitments/x%20y/position');
  });

  it('says where it looked when nothing answers', async () => {
    const nowhere = { commitmentId: 'x', apiUrl: 'http://127.0.0.1:1', apiKey: 'k' };
    const failed = fetchPosition(nowhere);
    await expect(failed).rejects.toBeInstanceOf(PositionRefusedError);
    await expect(failed).rejects.toThrow('no API answers at http://127.0.0.1:1');
  });
});
