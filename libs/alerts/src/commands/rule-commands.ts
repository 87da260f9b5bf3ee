import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { type RuleCommand, ruleDecider, type RuleEvent } from '../domain/rule.decider.js';
import { type RuleRevision } from '../domain/index.js';
import { projectRule } from '../storage/alert-rule.projection.js';
import { type CommandContext } from './command-context.js';

/** What every command on a rule answers. */
export interface RuleAnswer {
  readonly rule: RuleRevision;
  readonly version: bigint;
  readonly position: bigint;
  readonly replayed: boolean;
}

/** Runs a command on a rule's stream; its row follows in the transaction. */
@Injectable()
export class RuleCommands {
  constructor(private readonly eventStore: EventStore) {}

  async execute(
    ruleId: string,
    command: RuleCommand,
    context: CommandContext,
  ): Promise<RuleAnswer> {
    const done = await this.eventStore.execute(`alert-rule-${ruleId}`, ruleDecider, command, {
      ...context,
      onAppend: async (client, events) => {
        for (const { data } of events) await projectRule(client, data as RuleEvent);
      },
    });
    const [stored] = done.events;
    if (stored === undefined) throw new Error(`a command on ${ruleId} recorded nothing`);
    const { version, position, replayed } = done;
    return { rule: stored.data.rule, version, position, replayed };
  }
}
