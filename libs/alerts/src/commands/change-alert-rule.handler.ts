import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ChangeAlertRuleCommand } from './change-alert-rule.command.js';
import { type RuleAnswer, RuleCommands } from './rule-commands.js';

@CommandHandler(ChangeAlertRuleCommand)
export class ChangeAlertRuleHandler implements ICommandHandler<ChangeAlertRuleCommand> {
  constructor(private readonly commands: RuleCommands) {}

  execute({ ruleId, changes, context }: ChangeAlertRuleCommand): Promise<RuleAnswer> {
    const command = { type: 'ChangeRule', ruleId, changes: { ...changes } } as const;
    return this.commands.execute(ruleId, command, context);
  }
}
