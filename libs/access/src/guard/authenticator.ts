import { Clock } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { UnauthenticatedError } from '../domain/access.errors.js';
import type { Principal } from '../domain/principal.js';
import { digestOf, parseKeyText } from '../keys/key-text.js';
import { type ApiKeyRecord, ApiKeyStore } from '../storage/api-key.store.js';

interface Cached {
  readonly record: ApiKeyRecord | null;
  readonly untilMs: number;
}

// A revoked key is refused everywhere within 10 s; half of it leaves room for the look-up.
const CACHE_MS = 5_000;
const CACHE_ENTRIES = 10_000;
const NO_DIGEST = Buffer.alloc(32);

/** Turns the credential of a request into a principal. */
@Injectable()
export class Authenticator {
  private readonly cache = new Map<string, Cached>();

  constructor(
    private readonly keys: ApiKeyStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param authorization value of the header, if there is one
   * @throws UnauthenticatedError whatever is wrong with it
   */
  async authenticate(authorization: string | undefined): Promise<Principal> {
    const text = /^Bearer ([!-~]{1,256})$/i.exec(authorization ?? '')?.[1];
    const name = text === undefined ? null : parseKeyText(text);
    if (text === undefined || name === null) throw new UnauthenticatedError();
    const record = await this.find(name.keyId);
    // An unknown id costs the same comparison as a known one.
    const fits = timingSafeEqual(digestOf(text), record?.digest ?? NO_DIGEST);
    if (!fits || record === null || !this.isLive(record)) throw new UnauthenticatedError();
    return {
      id: record.principal,
      keyId: record.keyId,
      roles: record.roles,
      sourcePrefixes: record.sourcePrefixes,
    };
  }

  private isLive({ revokedAt, expiresAt }: ApiKeyRecord): boolean {
    return revokedAt === null && Date.parse(expiresAt) > this.clock.now().getTime();
  }

  private async find(keyId: string): Promise<ApiKeyRecord | null> {
    const nowMs = this.clock.now().getTime();
    const known = this.cache.get(keyId);
    if (known !== undefined && known.untilMs > nowMs) return known.record;
    const record = await this.keys.find(keyId);
    const [oldest] = this.cache.keys();
    if (this.cache.size >= CACHE_ENTRIES && oldest !== undefined) this.cache.delete(oldest);
    this.cache.delete(keyId);
    this.cache.set(keyId, { record, untilMs: nowMs + CACHE_MS });
    return record;
  }
}
