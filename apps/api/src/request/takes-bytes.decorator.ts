import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const TAKES_BYTES = 'ledger:takes-bytes';

/** The route takes a CloudEvents content type and reads the bytes itself. */
export const TakesBytes = (): CustomDecorator => SetMetadata(TAKES_BYTES, true);
