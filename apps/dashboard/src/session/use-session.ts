import { useCallback, useMemo, useState } from 'react';

import { forgetKey, keepKey, takeKey } from './key.js';

export interface Session {
  readonly key: string | null;
  /** Why the last key was refused. */
  readonly problem: string | undefined;
  readonly signIn: (key: string) => void;
  readonly signOut: (problem?: string) => void;
}

export function useSession(): Session {
  const [key, setKey] = useState(() => takeKey(window));
  const [problem, setProblem] = useState<string>();
  const signIn = useCallback((next: string) => {
    keepKey(window, next);
    setProblem(undefined);
    setKey(next);
  }, []);
  const signOut = useCallback((why?: string) => {
    forgetKey(window);
    setProblem(why);
    setKey(null);
  }, []);
  return useMemo(() => ({ key, problem, signIn, signOut }), [key, problem, signIn, signOut]);
}
