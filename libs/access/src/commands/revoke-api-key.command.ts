import { Command } from '@nestjs/cqrs';

/** Ends a key; the position of the event is answered. Revoking twice changes nothing. */
export class RevokeApiKeyCommand extends Command<bigint> {
  constructor(
    readonly keyId: string,
    readonly actor: string,
  ) {
    super();
  }
}
