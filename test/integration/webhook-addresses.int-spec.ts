import { type AddressInfo, createServer, type Server } from 'node:net';
import { AddressPolicy, Sender } from '@app/webhooks';

let connections = 0;
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  // All interfaces of both families, or a denied address could just be one where nobody listens.
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  connections = 0;
});

const sendTo = async (host: string, policy: AddressPolicy) => {
  const sender = new Sender(policy, 3_000);
  const url = `http://${host}:${port}/`;
  const result = await sender.send({ endpointId: 'e', url, headers: {}, body: Buffer.from('{}') });
  await sender.close();
  return result;
};

describe('spellings of the loopback', () => {
  const closed = new AddressPolicy({ allowHttp: true, allowPrivateCidrs: '' });

  it.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0',
    '[::]',
    '127.0.0.1.',
    '[64:ff9b::7f00:1]',
    '%31%32%37.0.0.1',
    '①②⑦.0.0.1',
    '[::7f00:1]',
  ])('%s lets no connection arrive', async (host) => {
    const result = await sendTo(host, closed);
    expect(result.failure).toBe('address-denied');
    expect(connections).toBe(0);
    await expect(closed.check(`http://${host}:${port}/`)).rejects.toMatchObject({
      code: 'webhook-address-denied',
    });
  });

  it('is reached when the range is re-admitted, so the listener does listen', async () => {
    const open = new AddressPolicy({ allowHttp: true, allowPrivateCidrs: '127.0.0.0/8' });
    await sendTo('127.0.0.1', open);
    expect(connections).toBe(1);
  });
});

describe('a name server that changes its mind', () => {
  const policyOf = (...answers: string[][]): AddressPolicy => {
    let asked = 0;
    return new AddressPolicy({
      allowHttp: true,
      allowPrivateCidrs: '',
      resolve: () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? []),
    });
  };

  it('is not followed: a public first answer, a private second one', async () => {
    const policy = policyOf(['93.184.216.34'], ['127.0.0.1']);
    await expect(policy.check(`http://rebind.example:${port}/`)).resolves.toBeInstanceOf(URL);
    expect(await sendTo('rebind.example', policy)).toMatchObject({ failure: 'address-denied' });
    expect(connections).toBe(0);
  });

  it('between the check of the url and the connection is not followed either', async () => {
    const policy = policyOf(['93.184.216.34'], ['127.0.0.1'], ['127.0.0.1']);
    expect(await sendTo('rebind.example', policy)).toMatchObject({ failure: 'address-denied' });
    expect(connections).toBe(0);
  });

  it('is denied when one of several answers is private', async () => {
    const policy = policyOf(['93.184.216.34', '127.0.0.1']);
    await expect(policy.check('https://mixed.example/')).rejects.toMatchObject({
      code: 'webhook-address-denied',
    });
    expect(await sendTo('mixed.example', policy)).toMatchObject({ failure: 'address-denied' });
    expect(connections).toBe(0);
  });
});
