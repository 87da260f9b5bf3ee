import { Command } from '@nestjs/cqrs';
import { type RuleBody } from '../domain/rule.decider.js';
import { type CommandContext } from './command-context.js';
import { type RuleAnswer } from './rule-commands.js';

/** Adds a rule beside the default ones; it runs 28 days silently, then speaks. */
export class CreateAlertRuleCommand extends Command<RuleAnswer> {
  constructor(
    readonly body: RuleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
