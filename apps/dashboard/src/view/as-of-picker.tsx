import { type KeyboardEvent, type ReactNode } from 'react';

import { fromControlValue, shortInstant, toControlValue } from '../format/date.js';
import { atMoment, type View } from './view.js';

/** Chooses the moment of recorded time that every panel is asked for again. */
export function AsOfPicker({
  view,
  onShow,
}: {
  readonly view: View;
  readonly onShow: (view: View) => void;
}): ReactNode {
  const { asOf } = view;
  const submit = (form: FormData): void => {
    const value = form.get('asOf');
    onShow(atMoment(view, typeof value === 'string' ? fromControlValue(value) : undefined));
  };
  // Shown anew, and so closed, for each moment that was chosen.
  return (
    <details className="as-of" key={asOf ?? 'now'} onKeyDown={closeOnEscape}>
      <summary className="button">As of {asOf === undefined ? 'now' : shortInstant(asOf)}</summary>
      <form action={submit}>
        <label className="field">
          <span>Show what was known at (UTC)</span>
          <input
            name="asOf"
            type="datetime-local"
            step="1"
            required
            defaultValue={asOf === undefined ? '' : toControlValue(asOf)}
          />
        </label>
        <button type="submit" className="button button-main">
          Show
        </button>
      </form>
    </details>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
