import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';

import { ApiContext } from './api/api-context.js';
import { createApi } from './api/client.js';
import { isPassing, problemOf } from './api/problem.js';
import { Page } from './page.js';
import { type Session, useSession } from './session/use-session.js';
import { SignIn } from './session/sign-in.js';

const BASE_URL = new URL('.', document.baseURI).href.replace(/\/$/, '');
const RETRIES = 2;
const UNAUTHORIZED = 401;

export function App(): ReactNode {
  const session = useSession();
  if (session.key === null) {
    return <SignIn problem={session.problem} onKey={session.signIn} />;
  }
  return <SignedIn session={session} apiKey={session.key} />;
}

function SignedIn({
  session,
  apiKey,
}: {
  readonly session: Session;
  readonly apiKey: string;
}): ReactNode {
  const api = useMemo(() => createApi(apiKey, BASE_URL), [apiKey]);
  const queries = useMemo(() => queryClient(session.signOut), [session.signOut]);
  return (
    <QueryClientProvider client={queries}>
      <ApiContext value={api}>
        <Page apiKey={apiKey} baseUrl={BASE_URL} />
      </ApiContext>
    </QueryClientProvider>
  );
}

function queryClient(signOut: Session['signOut']): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        const { status, title } = problemOf(error);
        if (status === UNAUTHORIZED) signOut(title);
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => isPassing(error) && failures < RETRIES,
        retryDelay: (failures) => 500 * 2 ** failures,
        staleTime: Infinity,
      },
    },
  });
}
