/** A call that runs at most once per span of time. */
export interface Throttled {
  (): void;
  readonly cancel: () => void;
}

/** Runs a task later; answers how to call it off. */
export type Later = (task: () => void, milliseconds: number) => () => void;

/** The first call runs at once; calls within the span run once, at its end. */
export function throttle(run: () => void, milliseconds: number, later: Later = byTimer): Throttled {
  let callOff: (() => void) | undefined;
  let asked = false;
  const call = (): void => {
    asked = callOff !== undefined;
    if (asked) return;
    callOff = later(open, milliseconds);
    run();
  };
  const open = (): void => {
    callOff = undefined;
    if (asked) call();
  };
  const cancel = (): void => {
    callOff?.();
    callOff = undefined;
    asked = false;
  };
  return Object.assign(call, { cancel });
}

const byTimer: Later = (task, milliseconds) => {
  const timer = setTimeout(task, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
