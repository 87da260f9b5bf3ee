import { createContext, useContext } from 'react';

import { type Api } from './client.js';

export const ApiContext = createContext<Api | null>(null);

/** The client of the signed-in session. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi outside of ApiContext');
  return api;
}
