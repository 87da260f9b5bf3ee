import { checkAmount, checkDay } from '../checks/check-values.js';
import { type ReceiveCapital, type TrancheInput } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type CapitalReceived } from './contract.events.js';
import { type Contract, type Tranche } from './contract.state.js';
import { sameJson } from './same-json.js';

/**
 * Records one tranche; the same tranche again changes nothing. An expected tranche becomes received
 * when it is sent again with `receivedOn`.
 *
 * @throws ContractRefusedError `already-exists` when it is known with another amount or day
 */
export function receiveCapital(contract: Contract, command: ReceiveCapital): CapitalReceived[] {
  if (contract.contractId === '')
    throw new ContractRefusedError('not-found', '', 'no such contract');
  checkTranche(command, '');
  const received = tranche(command);
  const known = contract.capital.find(({ trancheId }) => trancheId === received.trancheId);
  if (known !== undefined && sameJson(known, received)) return [];
  const settled = known?.receivedOn !== undefined && known.receivedOn !== received.receivedOn;
  if (known !== undefined && (settled || known.amount !== received.amount)) {
    const detail = `tranche ${known.trancheId} is known with another amount or day`;
    throw new ContractRefusedError('already-exists', '/trancheId', detail);
  }
  return [{ type: 'CapitalReceived', ...received }];
}

/** @throws ContractRefusedError `money-invalid`, `minimum-negative`, `day-invalid` */
export function checkTranche(input: TrancheInput, pointer: string): void {
  checkAmount(input.amount, `${pointer}/amount`);
  for (const name of ['receivedOn', 'expectedOn', 'returnedOn'] as const) {
    const day = input[name];
    if (day !== undefined) checkDay(day, `${pointer}/${name}`);
  }
  if (input.releaseWhen === undefined) return;
  checkAmount(input.releaseWhen.countedAtLeast, `${pointer}/releaseWhen/countedAtLeast`);
  if (input.releaseWhen.by !== undefined)
    checkDay(input.releaseWhen.by, `${pointer}/releaseWhen/by`);
}

/** A tranche with its default kind, and nothing else. */
export function tranche(input: TrancheInput): Tranche {
  return {
    trancheId: input.trancheId,
    amount: input.amount,
    kind: input.kind ?? 'CASH',
    receivedOn: input.receivedOn,
    expectedOn: input.expectedOn,
    returnedOn: input.returnedOn,
    releaseWhen: input.releaseWhen,
  };
}
