import { wireEvent } from '../exporter/wire-event.js';
import { type Laboratory, laboratoryLines } from './laboratory.js';
import { type Window } from './windows.js';

/**
 * The laboratory's usage of past windows as events whose identity is their content: the id names the
 * window and the place in it. Sending a day again changes nothing, whatever else is sent with it.
 */
export function* laboratoryEvents(
  laboratory: Laboratory,
  source: string,
  windows: Iterable<Window>,
): Generator<string> {
  for (const { start, end } of windows) {
    for (const [place, line] of laboratoryLines(laboratory, start, end).entries()) {
      yield wireEvent({ source, id: `${start}-${end}-${place}` }, line);
    }
  }
}
