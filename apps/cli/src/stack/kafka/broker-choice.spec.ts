import { chooseBroker, type Offers } from './broker-choice.js';
import { javaMajor } from './machine-offers.js';

interface Machine {
  brokers?: string;
  java?: number;
  jars?: boolean;
  maven?: boolean;
  kafkaHome?: string;
  docker?: boolean;
}

function offers(machine: Machine): Offers {
  return {
    brokers: machine.brokers,
    kafkaHome: machine.kafkaHome,
    java: () => Promise.resolve(machine.java),
    jarsCached: () => Promise.resolve(machine.jars ?? false),
    maven: () => Promise.resolve(machine.maven ?? false),
    docker: () => Promise.resolve(machine.docker ?? false),
  };
}

const ALL = { java: 17, jars: true, maven: true, kafkaHome: '/kafka', docker: true };

describe('choice of the broker', () => {
  it.each([
    ['a given one', { ...ALL, brokers: 'k:9092' }, { kind: 'given', brokers: 'k:9092' }],
    ['cached jars', ALL, { kind: 'jars', fetch: false }],
    ['jars by Maven', { ...ALL, jars: false }, { kind: 'jars', fetch: true }],
    ['KAFKA_HOME', { ...ALL, jars: false, maven: false }, { kind: 'home', home: '/kafka' }],
    ['Docker', { docker: true, java: 17 }, { kind: 'docker' }],
    ['Docker for want of a newer Java', { ...ALL, java: 11 }, { kind: 'docker' }],
    [
      'jars although the variable is empty',
      { ...ALL, brokers: '' },
      { kind: 'jars', fetch: false },
    ],
  ])('falls on %s', async (_, machine, choice) => {
    expect(await chooseBroker(offers(machine))).toEqual(choice);
  });

  it.each([
    ['no Java', {}, 'found no Java, and no Docker daemon'],
    ['an old Java', { java: 11, maven: true }, 'found Java 11, and no Docker daemon'],
    ['neither Maven nor KAFKA_HOME', { java: 21 }, 'Java 21, but no Maven and no KAFKA_HOME'],
  ])('says what is missing: %s', async (_, machine, text) => {
    await expect(chooseBroker(offers(machine))).rejects.toMatchObject({
      code: 'kafka-unavailable',
      message: expect.stringContaining(text) as string,
      remedies: [
        expect.stringContaining('KAFKA_BROKERS') as string,
        expect.stringContaining('Maven') as string,
        expect.stringContaining('KAFKA_HOME') as string,
        expect.stringContaining('Docker') as string,
      ],
    });
  });
});

describe('javaMajor', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_412"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['bash: java: not found', undefined],
  ])('of %s', (output, major) => {
    expect(javaMajor(output)).toBe(major);
  });
});
