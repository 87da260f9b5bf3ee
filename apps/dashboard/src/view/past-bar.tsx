import { type ReactNode } from 'react';

import { shortInstant } from '../format/date.js';
import { atMoment, type View } from './view.js';

/** Says that the page shows what was known at a moment of the past. */
export function PastBar({
  asOf,
  view,
  onShow,
}: {
  readonly asOf: string;
  readonly view: View;
  readonly onShow: (view: View) => void;
}): ReactNode {
  return (
    <div className="past-bar" role="status">
      <p>
        You are looking at the past: what was known on <strong>{shortInstant(asOf)}</strong>.
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          onShow(atMoment(view, undefined));
        }}
      >
        Back to now
      </button>
    </div>
  );
}
