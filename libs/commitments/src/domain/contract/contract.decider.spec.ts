import { decider } from '@app/event-store/testing';
import { COMMITMENT_ID, EXAMPLE, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type CommitmentInput, type SignContract } from './contract.commands.js';
import { contractDecider } from './contract.decider.js';
import { ContractRefusedError } from './contract.errors.js';
import { type ContractEvent, type ContractSigned } from './contract.events.js';

const COMMITMENT: CommitmentInput = {
  commitmentId: COMMITMENT_ID,
  name: 'USD 100B over five years',
  terms: EXAMPLE_TERMS,
};
const SIGN: SignContract = { ...EXAMPLE, commitments: [COMMITMENT] };

function signed(command: SignContract = SIGN): ContractSigned {
  const [event] = contractDecider.decide(contractDecider.initial(), command);
  if (event?.type !== 'ContractSigned') throw new Error('not signed');
  return event;
}

const given = (...events: ContractEvent[]) => decider(contractDecider).given(signed(), ...events);

describe('signing a contract', () => {
  it('writes every default out', () => {
    expect(signed().commitments[0]).toMatchObject({
      category: 'SPEND',
      scope: { IsGlobalScope: true },
      priority: 100,
      allocation: 'INDEPENDENT',
      terms: {
        every: 'YEAR',
        stub: 'NONE',
        kind: 'PER_PERIOD',
        basis: 'BILLED',
        recognition: 'CHARGE_PERIOD_START',
        evidence: 'AS_REPORTED',
        ruleSetVersion: 1,
        creditsReduce: true,
        supportCounts: false,
        shortfall: { rate: '1', treatment: 'FORFEIT', countsTowardTerm: true },
        lateData: { settleAfterDays: 10, cureDays: 0, afterSettle: 'RESTATE' },
        fx: { rule: 'BILLING_MONTH' },
      },
    });
  });

  it('changes nothing when the same contract is signed again', () => {
    given().when(SIGN).then();
  });

  it('survives being stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(signed())) as ContractSigned;
    decider(contractDecider).given(stored).when(SIGN).then();
  });

  it('refuses another contract under the same id', () => {
    given()
      .when({ ...SIGN, end: '2033-01-01' })
      .thenThrows(ContractRefusedError, 'already-exists');
  });
});

describe('capital', () => {
  const tranche = { trancheId: 't1', amount: '5000000000', receivedOn: '2027-01-15' };
  const event = { type: 'CapitalReceived', kind: 'CASH', ...tranche } as const;

  it('is recorded once', () => {
    given()
      .when({ type: 'ReceiveCapital', ...tranche })
      .then(event);
    given(event)
      .when({ type: 'ReceiveCapital', ...tranche })
      .then();
  });

  it('is refused with another amount or day', () => {
    for (const other of [{ amount: '1' }, { receivedOn: '2027-01-16' }]) {
      given(event)
        .when({ type: 'ReceiveCapital', ...tranche, ...other })
        .thenThrows(ContractRefusedError, 'already-exists');
    }
  });

  it('may be expected first', () => {
    const expected = { ...event, receivedOn: undefined, expectedOn: '2027-02-01' };
    given(expected)
      .when({ type: 'ReceiveCapital', ...tranche, expectedOn: '2027-02-01' })
      .then({ ...event, expectedOn: '2027-02-01' });
  });
});

describe('the life of a period', () => {
  const closing = {
    type: 'ClosePeriod',
    commitmentId: COMMITMENT_ID,
    index: 1,
    at: '2028-01-11T00:00:00Z',
    position: { 0: '100' },
    watermark: '2028-01-10',
    reason: 'settled',
  } as const;
  const closed = {
    type: 'PeriodClosed',
    commitmentId: COMMITMENT_ID,
    index: 1,
    closedAt: '2028-01-11T00:00:00Z',
    position: { 0: '100' },
    incomplete: false,
    reason: 'settled',
  } as const;
  const payment = {
    type: 'PayShortfall',
    commitmentId: COMMITMENT_ID,
    index: 1,
    amount: '5',
    paidOn: '2028-02-01',
    shortfall: '10',
    reason: 'invoice 7',
  } as const;

  it('closes after its end, incomplete where data is missing', () => {
    given().when(closing).then(closed);
    given()
      .when({ ...closing, watermark: '2027-12-31' })
      .then({ ...closed, incomplete: true });
    given()
      .when({ ...closing, at: '2027-12-31T23:59:59Z' })
      .thenThrows(ContractRefusedError, 'period-not-ended');
    given(closed).when(closing).thenThrows(ContractRefusedError, 'period-closed');
    given()
      .when({ ...closing, index: 9 })
      .thenThrows(ContractRefusedError, 'not-found');
  });

  it('takes payments of what it owes', () => {
    given(closed).when(payment).then({
      type: 'ShortfallPaid',
      commitmentId: COMMITMENT_ID,
      index: 1,
      amount: '5',
      paidOn: '2028-02-01',
      reason: 'invoice 7',
    });
    given().when(payment).thenThrows(ContractRefusedError, 'no-shortfall');
    given(closed)
      .when({ ...payment, shortfall: '0' })
      .thenThrows(ContractRefusedError, 'no-shortfall');
  });

  it('is cured within its days, by no more than the gap or what the next has counted', () => {
    const terms = { ...EXAMPLE_TERMS, lateData: { cureDays: 30 } };
    const curable = signed({ ...SIGN, commitments: [{ ...COMMITMENT, terms }] });
    const cure = {
      type: 'CurePeriod',
      commitmentId: COMMITMENT_ID,
      index: 1,
      amount: '7',
      at: '2028-02-09T00:00:00Z',
      gap: '10',
      nextCounted: '8',
      reason: 'agreed',
    } as const;
    const cured = {
      type: 'PeriodCured',
      commitmentId: COMMITMENT_ID,
      index: 1,
      amount: '7',
      reason: 'agreed',
    } as const;
    const subject = decider(contractDecider);
    subject.given(curable, closed).when(cure).then(cured);
    for (const amount of ['9', '11']) {
      subject
        .given(curable, closed)
        .when({ ...cure, amount })
        .thenThrows(ContractRefusedError, 'cure-too-large');
    }
    subject
      .given(curable, closed)
      .when({ ...cure, at: '2028-02-10T00:00:00Z' })
      .thenThrows(ContractRefusedError, 'period-closed');
    subject.given(curable).when(cure).thenThrows(ContractRefusedError, 'period-not-ended');
  });

  it('is cut short only while it runs, once', () => {
    const cancel = {
      type: 'CancelCommitment',
      commitmentId: COMMITMENT_ID,
      effectiveOn: '2029-07-01',
      reason: 'agreed',
    } as const;
    const ended = {
      type: 'CommitmentEnded',
      commitmentId: COMMITMENT_ID,
      kind: 'CANCEL',
      effectiveOn: '2029-07-01',
      unmet: 'ASSESS',
      lots: 'LAPSE',
      reason: 'agreed',
    } as const;
    given().when(cancel).then(ended);
    given(ended).when(cancel).thenThrows(ContractRefusedError, 'renewal-invalid');
    given()
      .when({ ...cancel, effectiveOn: '2032-01-01' })
      .thenThrows(ContractRefusedError, 'renewal-invalid');
    given()
      .when({
        ...cancel,
        type: 'RenewCommitment',
        successorCommitmentId: 'next',
        successorCurrency: 'EUR',
        unmet: 'MOVE',
        lots: 'LAPSE',
      })
      .thenThrows(ContractRefusedError, 'renewal-invalid');
  });
});
