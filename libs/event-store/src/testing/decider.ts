import type { Decider } from '../decider.js';

interface Then<Event> {
  /** The command decides exactly these events. */
  then(...expected: Event[]): void;
  /** The command is refused with this error class, and with this code when one is given. */
  thenThrows(error: new (...args: never[]) => Error, code?: string): void;
}

interface When<Command, Event> {
  when(command: Command): Then<Event>;
}

/** Given past events, when a command is decided, then these events or this error. */
export function decider<State, Command, Event extends { readonly type: string }>(
  subject: Decider<State, Command, Event>,
): When<Command, Event> & { given(...events: Event[]): When<Command, Event> } {
  const given = (...events: Event[]): When<Command, Event> => ({
    when: (command) => {
      const state = events.reduce((past, event) => subject.evolve(past, event), subject.initial());
      const decide = (): readonly Event[] => subject.decide(state, command);
      return {
        then: (...expected) => {
          expect(decide()).toEqual(expected);
        },
        thenThrows: (error, code) => {
          expect(decide).toThrow(error);
          if (code !== undefined)
            expect(decide).toThrow(expect.objectContaining({ code }) as Error);
        },
      };
    },
  });
  return { given, when: (command) => given().when(command) };
}
