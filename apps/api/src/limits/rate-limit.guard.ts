import type { AuthenticatedRequest } from '@app/access';
import { Clock } from '@app/platform';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiSettings } from '../api-settings.js';
import { TAKES_BYTES } from '../request/takes-bytes.decorator.js';
import { TokenBucket } from './token-bucket.js';

/** The key has used up its share of this replica. */
export class RateLimitedError extends Error {
  readonly code = 'rate-limited';

  constructor(readonly retryAfterSeconds: number) {
    super('this key sends faster than its limit');
  }
}

type Kind = 'queries' | 'commands' | 'events';
const KEYS = 10_000;

/** Queries, commands and posts of events have a bucket each, per key. Open routes have none. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly reflector: Reflector,
    private readonly settings: ApiSettings,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    const { principal } = request;
    if (principal === undefined) return true;
    const kind = this.kindOf(context, request.method);
    const perSecond = this.settings.ratePerSecond[kind];
    if (perSecond === 0) return true;
    const taken = this.bucket(`${kind}:${principal.keyId}`, perSecond).take(this.nowMs());
    if ('retryAfterSeconds' in taken) throw new RateLimitedError(taken.retryAfterSeconds);
    if (taken.waitMs > 0) await pause(taken.waitMs);
    return true;
  }

  private kindOf(context: ExecutionContext, method: string): Kind {
    const events = this.reflector.get<boolean | undefined>(TAKES_BYTES, context.getHandler());
    if (events === true) return 'events';
    return method === 'GET' || method === 'HEAD' ? 'queries' : 'commands';
  }

  private bucket(name: string, perSecond: number): TokenBucket {
    let bucket = this.buckets.get(name);
    if (bucket === undefined) {
      // A forgotten bucket starts full again: at worst a burst, and only with 10,000 keys about.
      if (this.buckets.size >= KEYS) this.buckets.clear();
      bucket = new TokenBucket(perSecond, this.nowMs());
      this.buckets.set(name, bucket);
    }
    return bucket;
  }

  private nowMs(): number {
    return this.clock.now().getTime();
  }
}
