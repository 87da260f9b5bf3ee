import { brokerProperties } from './broker-config.js';
import { asVariable, dockerProcess } from './docker-broker.js';
import { newClusterId } from './java-broker.js';

const ports = { client: 20_001, controller: 20_002 };

describe('server.properties', () => {
  const lines = brokerProperties(ports, '/data').split('\n');

  it('listen on the loopback only', () => {
    expect(lines).toContain('listeners=PLAINTEXT://127.0.0.1:20001,CONTROLLER://127.0.0.1:20002');
    expect(lines).toContain('controller.quorum.voters=1@127.0.0.1:20002');
  });

  it('never create a topic by a typing error', () => {
    expect(lines).toContain('auto.create.topics.enable=false');
  });
});

describe('broker in Docker', () => {
  const { args } = dockerProcess(ports, 'volume', '/log');

  it('spells settings as variables', () => {
    expect(asVariable('controller.quorum.voters')).toBe('KAFKA_CONTROLLER_QUORUM_VOTERS');
  });

  it('listens inside on every address and is published on the loopback', () => {
    expect(args).toContain('127.0.0.1:20001:20001');
    expect(args).toContain('KAFKA_LISTENERS=PLAINTEXT://0.0.0.0:20001,CONTROLLER://0.0.0.0:20002');
    expect(args).toContain('KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://127.0.0.1:20001');
  });
});

describe('cluster id', () => {
  it('has 22 characters and is never taken for an option', () => {
    const bytes = [Buffer.alloc(16, 0xf8), Buffer.alloc(16, 0)];
    // 0xf8… begins with '-' in base64url; the next draw is sixteen zero bytes.
    expect(newClusterId(() => bytes.shift() ?? Buffer.alloc(16))).toBe('A'.repeat(22));
  });
});
