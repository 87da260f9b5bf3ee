import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Access } from '../domain/roles.js';

export const ACCESS_METADATA = 'ledger:access';

/** Who may use a route; `open` = without a key. A route without this does not boot. */
export const Allow = (access: Access | 'open'): CustomDecorator =>
  SetMetadata(ACCESS_METADATA, access);
