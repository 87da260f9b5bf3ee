import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type NewRule } from '../domain/rule.decider.js';
import { ownRuleIdOf } from '../ids.js';
import { CreateAlertRuleCommand } from './create-alert-rule.command.js';
import { type RuleAnswer, RuleCommands } from './rule-commands.js';

@CommandHandler(CreateAlertRuleCommand)
export class CreateAlertRuleHandler implements ICommandHandler<CreateAlertRuleCommand> {
  constructor(private readonly commands: RuleCommands) {}

  execute({ body, context }: CreateAlertRuleCommand): Promise<RuleAnswer> {
    const ruleId = ownRuleIdOf(body.commitmentId, body.kind, body.name);
    const rule: NewRule = { ...body, ruleId };
    return this.commands.execute(ruleId, { type: 'CreateRule', rule }, context);
  }
}
