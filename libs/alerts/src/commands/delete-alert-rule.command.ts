import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';
import { type RuleAnswer } from './rule-commands.js';

/** Ends a rule; its alerts are resolved. A default rule that was deleted is not installed again. */
export class DeleteAlertRuleCommand extends Command<RuleAnswer> {
  constructor(
    readonly ruleId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}
