import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';

/** Whether a handler has a parameter for the query and for the body. */
export interface Takes {
  readonly query: boolean;
  readonly body: boolean;
}

const known = new WeakMap<object, Map<string, Takes>>();

/** Reads once a handler what Nest's parameter decorators have noted. */
export function takes(controller: object, handler: string): Takes {
  const ofController = known.get(controller) ?? new Map<string, Takes>();
  known.set(controller, ofController);
  const remembered = ofController.get(handler);
  if (remembered !== undefined) return remembered;
  const noted: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler);
  const kinds = new Set(Object.keys(noted ?? {}).map((key) => Number(key.split(':')[0])));
  const found = { query: kinds.has(RouteParamtypes.QUERY), body: kinds.has(RouteParamtypes.BODY) };
  ofController.set(handler, found);
  return found;
}
