import { type PositionAnswer } from '@app/wire';
import { readStackFile } from '../stack/state/stack-file.js';
import { devFolders } from './project-root.js';

export interface PositionRequest {
  readonly commitmentId: string;
  readonly asOf?: string;
  readonly through?: string;
  readonly apiUrl?: string;
  readonly apiKey?: string;
}

/** The API refused, or is not where it was looked for; the message is for people. */
export class PositionRefusedError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Asks the API for a position.
 *
 * @throws PositionRefusedError
 */
export async function fetchPosition(request: PositionRequest): Promise<PositionAnswer> {
  const { apiUrl, apiKey } = apiOf(request);
  const url = new URL(
    `/v1/commitments/${encodeURIComponent(request.commitmentId)}/position`,
    apiUrl,
  );
  if (request.asOf !== undefined) url.searchParams.set('asOf', request.asOf);
  if (request.through !== undefined) url.searchParams.set('through', request.through);
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json' };
  const response = await fetch(url, { headers }).catch((error: unknown) => {
    throw new PositionRefusedError(
      'api-unreachable',
      `no API answers at ${apiUrl}: ${String(error)}`,
    );
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as PositionAnswer;
  throw refusal(response.status, body);
}

function apiOf({ apiUrl, apiKey }: PositionRequest): { apiUrl: string; apiKey: string } {
  const stack = readStackFile(devFolders().state);
  const url = apiUrl ?? process.env.LEDGER_API_URL ?? stack?.apiUrl;
  const key = apiKey ?? process.env.LEDGER_API_KEY ?? stack?.adminKey;
  if (url !== undefined && key !== undefined) return { apiUrl: url, apiKey: key };
  const code = 'api-unknown';
  throw new PositionRefusedError(
    code,
    'no stack is running: give --api-url and --api-key, or run `ledger up`',
  );
}

function refusal(status: number, body: unknown): PositionRefusedError {
  const { code, title, detail } = (body ?? {}) as Record<string, unknown>;
  const words = [title, detail].filter((part) => typeof part === 'string').join(': ');
  return new PositionRefusedError(
    typeof code === 'string' ? code : `http-${status}`,
    words === '' ? `the API answered ${status}` : words,
  );
}
