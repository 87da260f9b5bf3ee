import { type ReactNode } from 'react';

import { type CommitmentSummary } from '../api/answers.js';
import { type LiveState } from '../live/follow.js';
import { AsOfPicker } from './as-of-picker.js';
import { type View } from './view.js';

const LIVE_WORDS = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Reconnecting',
  past: 'Past',
} as const;

interface MastheadProps {
  readonly commitments: readonly CommitmentSummary[];
  readonly chosen: string | undefined;
  readonly view: View;
  readonly live: LiveState | 'past';
  readonly onShow: (view: View) => void;
}

export function Masthead({ commitments, chosen, view, live, onShow }: MastheadProps): ReactNode {
  return (
    <header className="masthead">
      <h1>
        <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
          <path className="logo-step" d="M3 24H12V16H21V8H30" />
          <path className="logo-line" d="M4 29 28 11" />
        </svg>
        Commitment Ledger
      </h1>
      {chosen !== undefined && <Chooser {...{ commitments, chosen, view, onShow }} />}
      <AsOfPicker view={view} onShow={onShow} />
      <p className="live" data-live={live} role="status">
        {LIVE_WORDS[live]}
      </p>
    </header>
  );
}

function Chooser({
  commitments,
  chosen,
  view,
  onShow,
}: Omit<MastheadProps, 'live' | 'chosen'> & { readonly chosen: string }): ReactNode {
  return (
    <label className="field">
      <span>Commitment</span>
      <select
        value={chosen}
        onChange={(event) => {
          onShow({ ...view, commitment: event.target.value });
        }}
      >
        {optionsOf(commitments, chosen).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function optionsOf(
  commitments: readonly CommitmentSummary[],
  chosen: string,
): { readonly id: string; readonly label: string }[] {
  const known = commitments.map(({ commitmentId, name, provider }) => ({
    id: commitmentId,
    label: `${provider} · ${name}`,
  }));
  const listed = known.some(({ id }) => id === chosen);
  return listed ? known : [{ id: chosen, label: chosen }, ...known];
}
