/** One thing that the laboratory uses, with its price and what it used on the anchor day. */
export interface Meter {
  readonly skuId: string;
  readonly unit: string;
  /** USD for `per` units. */
  readonly unitPrice: string;
  readonly per: '1' | '1000000';
  /** Whole units on an average day at the anchor. */
  readonly dailyUnits: bigint;
  /** Follows the hours and weekdays of people; training does not. */
  readonly interactive: boolean;
  readonly line: Readonly<Record<string, string>>;
}

const BILLION = 1_000_000_000n;

/** model, accelerator, USD per million input and output tokens, daily billions of each. */
const MODELS = [
  ['claude-opus-4-6', 'trainium2', ['5', '25'], [500n, 150n]],
  ['claude-sonnet-4-6', 'trainium2', ['3', '15'], [1200n, 350n]],
  ['claude-haiku-4-5', 'inferentia2', ['1', '5'], [1500n, 500n]],
] as const;
const INFERENCE_REGIONS = [
  ['us-east-2', 50n],
  ['us-west-2', 30n],
  ['eu-central-1', 20n],
] as const;

/** accelerator, instance, USD per accelerator-hour, daily accelerator-hours. */
const TRAINING = [
  ['trainium2', 'trn2', '1.40', 6_000_000n],
  ['nvidia-h100', 'p5', '3.90', 1_600_000n],
  ['nvidia-b200', 'p6-b200', '6.20', 1_000_000n],
] as const;
const TRAINING_REGIONS = [
  ['us-east-2', 60n],
  ['us-west-2', 40n],
] as const;

const REST = [
  ['cpu:us-east-2', 'vcpu-hours', '0.04', 40_000_000n, 'AmazonEC2', 'Compute', 'vcpu_hours'],
  [
    'transfer-out:us-east-2',
    'gigabytes',
    '0.05',
    12_000_000n,
    'AWSDataTransfer',
    'Networking',
    'bytes_out',
  ],
] as const;

function inference(): Meter[] {
  return MODELS.flatMap(([model, accelerator, prices, billions]) =>
    INFERENCE_REGIONS.flatMap(([regionId, share]) =>
      (['input', 'output'] as const).map((direction, i): Meter => ({
        skuId: `${model}:${direction}:${regionId}`,
        unit: 'tokens',
        unitPrice: prices[i] ?? '0',
        per: '1000000',
        dailyUnits: ((billions[i] ?? 0n) * BILLION * share) / 100n,
        interactive: true,
        line: {
          serviceName: 'Bedrock',
          serviceCategory: 'AI and Machine Learning',
          skuMeter: `${direction}_tokens`,
          regionId,
          workload: 'inference',
          model,
          accelerator,
        },
      })),
    ),
  );
}

function training(): Meter[] {
  return TRAINING.flatMap(([accelerator, instance, unitPrice, hours]) =>
    TRAINING_REGIONS.map(([regionId, share]): Meter => ({
      skuId: `${instance}:accelerator-hour:${regionId}`,
      unit: 'accelerator-hours',
      unitPrice,
      per: '1',
      dailyUnits: (hours * share) / 100n,
      interactive: false,
      line: {
        serviceName: 'AmazonEC2',
        serviceCategory: 'Compute',
        skuMeter: 'accelerator_hours',
        regionId,
        workload: 'training',
        model: 'claude-next',
        accelerator,
      },
    })),
  );
}

function rest(): Meter[] {
  return REST.map(
    ([skuId, unit, unitPrice, dailyUnits, serviceName, serviceCategory, skuMeter]): Meter => ({
      skuId,
      unit,
      unitPrice,
      per: '1',
      dailyUnits,
      interactive: true,
      line: {
        serviceName,
        serviceCategory,
        skuMeter,
        regionId: 'us-east-2',
        workload: 'other',
        accelerator: 'cpu',
      },
    }),
  );
}

/** About 42 million USD on an average day: 18 inference, 6 training and 2 other meters. */
export const METERS: readonly Meter[] = [...inference(), ...training(), ...rest()];
