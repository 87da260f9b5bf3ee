/** The parts of the API's answers that the page shows, as a client would write them down. */
export interface PositionAnswer {
  readonly currency: string;
  readonly status: string;
  readonly term: { readonly attainment: string };
  readonly periods: readonly {
    readonly index: number;
    readonly start: string;
    readonly end: string;
    readonly requirement: string;
    readonly counted: string;
    readonly gap: string;
  }[];
  readonly pace: {
    readonly requiredPerDay: string;
    readonly trailing28PerDay: string;
    readonly projected: string;
    readonly projectedGap: string;
    readonly daysLeft: number;
    readonly ratio: string;
  };
  readonly meta: { readonly asOf: string; readonly watermark: string };
}

export interface SeriesAnswer {
  readonly points: readonly {
    readonly day: string;
    readonly end: string;
    readonly counted: string | null;
    readonly required: string;
    readonly pace: string;
  }[];
}

export interface AlertList {
  readonly data: readonly {
    readonly alertId: string;
    readonly status: string;
    readonly summary: string;
  }[];
}

/** Every digit of a decimal string, grouped by hand: `9,000,000,000.5 USD`. */
export function exactly(amount: string, currency = 'USD'): string {
  const [whole = '', fraction] = amount.replace('-', '').split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) {
    groups.unshift(whole.slice(Math.max(0, end - 3), end));
  }
  const sign = amount.startsWith('-') ? '−' : '';
  return `${sign}${groups.join(',')}${fraction === undefined ? '' : `.${fraction}`} ${currency}`;
}

/** Three significant digits by the platform's own formatter, which shares no code with the page. */
export function roughly(amount: string): string {
  const value = Number(amount);
  const [divisor, unit] = [[1e9, ' bn'] as const, [1e6, ' m'] as const, [1e3, ' k'] as const].find(
    ([size]) => Math.abs(value) >= size,
  ) ?? [1, ''];
  const digits = { maximumSignificantDigits: 3, minimumSignificantDigits: 3 };
  const text = new Intl.NumberFormat('en', digits).format(value / divisor);
  return `${text.replace('-', '−')}${unit}`;
}
