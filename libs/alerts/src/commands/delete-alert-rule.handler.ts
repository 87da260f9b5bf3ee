import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeleteAlertRuleCommand } from './delete-alert-rule.command.js';
import { type RuleAnswer, RuleCommands } from './rule-commands.js';

@CommandHandler(DeleteAlertRuleCommand)
export class DeleteAlertRuleHandler implements ICommandHandler<DeleteAlertRuleCommand> {
  constructor(private readonly commands: RuleCommands) {}

  execute({ ruleId, context }: DeleteAlertRuleCommand): Promise<RuleAnswer> {
    return this.commands.execute(ruleId, { type: 'DeleteRule', ruleId }, context);
  }
}
