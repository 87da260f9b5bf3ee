import { ACCESS_METADATA } from '@app/access';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

/** A route that says nothing about who may use it; the api does not boot with one. */
export class RouteWithoutRoleError extends Error {
  readonly code = 'route-without-role';

  constructor(routes: readonly string[]) {
    super(`routes without @Allow: ${routes.join(', ')}`);
  }
}

/** Checks at boot that every route declares its access. */
@Injectable()
export class RolesDeclared implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws RouteWithoutRoleError */
  onApplicationBootstrap(): void {
    const missing = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => !this.isDeclared(metatype, prototype[name]))
        .map((name) => `${metatype.name}.${name}`);
    });
    if (missing.length > 0) throw new RouteWithoutRoleError(missing);
  }

  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of a class
  private isDeclared(controller: Function, method: unknown): boolean {
    if (typeof method !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, method)) return true;
    return this.reflector.getAllAndOverride(ACCESS_METADATA, [method, controller]) !== undefined;
  }
}
