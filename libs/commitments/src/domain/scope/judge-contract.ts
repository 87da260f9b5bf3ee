import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Contract } from '../contract/contract.state.js';
import { isProvider } from '../classes/provider-aliases.js';

/** Does the line belong to the contract at all: account, issuer, and else the provider's name. */
export function insideContract(attrs: SeriesAttributes, contract: Contract): boolean {
  const { billingAccountIds, invoiceIssuerNames, provider } = contract;
  if (billingAccountIds.length > 0 && !billingAccountIds.includes(attrs.billingAccountId ?? '')) {
    return false;
  }
  if (attrs.invoiceIssuerName !== undefined) {
    return invoiceIssuerNames.length === 0 || invoiceIssuerNames.includes(attrs.invoiceIssuerName);
  }
  return attrs.serviceProviderName === undefined || isProvider(attrs.serviceProviderName, provider);
}
