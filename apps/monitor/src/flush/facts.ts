import { type DayFacts, type Facts, type PeriodFacts } from '@app/alerts/domain';
import { type Day } from '@app/calendar';
import { type CommitmentState, type LedgerAddress, positionOf } from '@app/commitments';

/** What alert rules may look at, of one commitment at one address. */
export function factsOf(state: CommitmentState, address: LedgerAddress, now: Date): Facts {
  const { attainment, version } = state;
  return {
    commitmentId: attainment.commitmentId,
    contractId: attainment.contractId,
    currency: attainment.currency,
    contractVersion: Number(version),
    termsVersion: attainment.termsVersion,
    position: positionOf(address),
    asOf: address.asOf ?? now.toISOString(),
    watermark: state.watermark,
    historyStart: attainment.historyStart,
    periods: attainment.periods.map(periodFacts),
    days: dayFacts(attainment.days),
    sources: state.sources.map(({ source, watermark, lastRecordedAt, openGap }) => ({
      source,
      watermark,
      lastRecordedAt,
      openGap,
      cadenceSeconds: null,
    })),
  };
}

function periodFacts(period: CommitmentState['attainment']['periods'][number]): PeriodFacts {
  return {
    index: period.index,
    start: period.start,
    end: period.end,
    state: period.state,
    requirementE18: period.requirementE18,
    carryE18: period.carryInE18,
    countedE18: period.countedE18,
  };
}

function dayFacts(entries: CommitmentState['attainment']['days']): DayFacts[] {
  const days = new Map<Day, { countedE18: bigint; flowE18: bigint }>();
  for (const entry of entries) {
    const sum = days.get(entry.day) ?? { countedE18: 0n, flowE18: 0n };
    days.set(entry.day, sum);
    sum.countedE18 += entry.countedE18;
    // One-off purchases are no run rate.
    if (entry.class !== 'UPFRONT_PURCHASE') sum.flowE18 += entry.countedE18;
  }
  return [...days].map(([day, sum]) => ({ day, ...sum }));
}
