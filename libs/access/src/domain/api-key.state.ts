import type { ApiKeyEvent } from './api-key.events.js';

export interface ApiKeyState {
  readonly issued: boolean;
  readonly digest: string;
  readonly revoked: boolean;
}

export const initial = (): ApiKeyState => ({ issued: false, digest: '', revoked: false });

export function evolve(state: ApiKeyState, event: ApiKeyEvent): ApiKeyState {
  switch (event.type) {
    case 'ApiKeyIssued':
      return { issued: true, digest: event.digest, revoked: false };
    case 'ApiKeyRevoked':
      return { ...state, revoked: true };
  }
}
