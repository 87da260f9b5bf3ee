import { Clock } from '@app/platform';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, UnauthenticatedError } from '../domain/access.errors.js';
import type { Principal } from '../domain/principal.js';
import { type Access, mayUse } from '../domain/roles.js';
import { ACCESS_METADATA } from './allow.decorator.js';
import { Authenticator } from './authenticator.js';
import { FailedLogins } from './failed-logins.js';

/** What the guard reads of a request, and the principal that it leaves there. */
export interface AuthenticatedRequest {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  principal?: Principal;
}

/** Denies by default: each request needs a key whose roles the route's `@Allow` admits. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly failedLogins = new FailedLogins();

  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | 'open' | undefined>(
      ACCESS_METADATA,
      targets,
    );
    if (access === 'open') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.authenticate(request);
    if (access === undefined || !mayUse(principal.roles, access)) throw new ForbiddenError();
    request.principal = principal;
    return true;
  }

  private async authenticate({ ip, headers }: AuthenticatedRequest): Promise<Principal> {
    const nowMs = this.clock.now().getTime();
    this.failedLogins.check(ip, nowMs);
    const { authorization } = headers;
    try {
      return await this.authenticator.authenticate(
        typeof authorization === 'string' ? authorization : undefined,
      );
    } catch (error) {
      const wrong = error instanceof UnauthenticatedError && authorization !== undefined;
      if (wrong) this.failedLogins.record(ip, nowMs);
      throw error;
    }
  }
}
