import { Command } from '@nestjs/cqrs';
import { type Feed, type Level, type Severity, type Threshold } from '../domain/index.js';
import { type CommandContext } from './command-context.js';
import { type RuleAnswer } from './rule-commands.js';

/** What of a rule may change; members of another kind than the rule's have no effect. */
export interface RuleChanges {
  readonly state?: 'active' | 'paused';
  readonly severity?: Severity;
  readonly levels?: readonly Level[];
  readonly measure?: 'ratio' | 'amount';
  readonly thresholds?: readonly Threshold[];
  readonly feeds?: readonly Feed[];
}

/** Changes a rule; what it says applies at once, without waiting. */
export class ChangeAlertRuleCommand extends Command<RuleAnswer> {
  constructor(
    readonly ruleId: string,
    readonly changes: RuleChanges,
    readonly context: CommandContext,
  ) {
    super();
  }
}
