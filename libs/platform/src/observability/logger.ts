import { ConsoleLogger, type LoggerService } from '@nestjs/common';

/** One JSON line a message. ERROR means that a person must act; refusals are INFO with their code. */
export function createLogger(role: string): LoggerService {
  return new ConsoleLogger(role, { json: true, colors: false, forceConsole: false });
}
