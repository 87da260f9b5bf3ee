import { Fragment, type ReactNode } from 'react';

import { type Phrase } from './phrase.js';

/** A rounded figure; its exact value stands in the title and, for machines, in `value`. */
export function Figure({
  exact,
  children,
}: {
  readonly exact: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <data className="figure" value={machineReadable(exact)} title={exact}>
      {children}
    </data>
  );
}

export function Phrases({ phrases }: { readonly phrases: readonly Phrase[] }): ReactNode {
  return phrases.map((phrase, index) =>
    typeof phrase === 'string' ? (
      <Fragment key={index}>{phrase}</Fragment>
    ) : (
      <Figure key={index} exact={phrase.exact}>
        {phrase.text}
      </Figure>
    ),
  );
}

function machineReadable(exact: string): string {
  return exact.replaceAll(',', '').replace('−', '-');
}
