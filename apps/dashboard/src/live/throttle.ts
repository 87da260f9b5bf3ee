/** A call that runs at most once per span of time. */
export interface Throttled {
  (): void;
  cancel(): void;
}

/** The first call runs at once; calls within the span run once, at its end. */
export function throttle(run: () => void, milliseconds: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const open = (): void => {
    timer = undefined;
    if (asked) call();
  };
  const call = (): void => {
    asked = timer !== undefined;
    if (asked) return;
    timer = setTimeout(open, milliseconds);
    run();
  };
  return Object.assign(call, {
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
      asked = false;
    },
  });
}
