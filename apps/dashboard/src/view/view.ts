/** What the page shows. All of it stands in the URL, so that a link in a memo opens the same view. */
export interface View {
  /** Absent: the first commitment of the portfolio. */
  readonly commitment?: string;
  /** Recorded time to look at (RFC 3339, UTC); absent: now, live. */
  readonly asOf?: string;
  /** The contract year in hand, or the whole term. */
  readonly range: 'year' | 'term';
}

/** Reads a query string; what is not understood falls back to its default. */
export function parseView(search: string): View {
  const parameters = new URLSearchParams(search);
  const commitment = parameters.get('commitment') ?? '';
  const asOf = new Date(parameters.get('asOf') ?? '');
  return {
    ...(commitment === '' ? {} : { commitment }),
    ...(Number.isNaN(asOf.getTime()) ? {} : { asOf: asOf.toISOString().replace('.000Z', 'Z') }),
    range: parameters.get('range') === 'term' ? 'term' : 'year',
  };
}

/** The query string of a view, defaults left out: `?commitment=aws-100b&range=term`. */
export function formatView(view: View): string {
  const parameters = new URLSearchParams();
  if (view.commitment !== undefined) parameters.set('commitment', view.commitment);
  if (view.asOf !== undefined) parameters.set('asOf', view.asOf);
  if (view.range === 'term') parameters.set('range', 'term');
  const text = parameters.toString().replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** The same view of another moment of recorded time; undefined: now. */
export function atMoment({ commitment, range }: View, asOf: string | undefined): View {
  return {
    ...(commitment === undefined ? {} : { commitment }),
    ...(asOf === undefined ? {} : { asOf }),
    range,
  };
}
