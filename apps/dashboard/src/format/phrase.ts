/** A piece of a sentence: plain words, or a rounded figure with its exact value for the title. */
export type Phrase = string | { readonly text: string; readonly exact: string };

/** The words alone, as they are read out; spaces that hold a line together are plain ones. */
export function plain(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text))
    .join('')
    .replaceAll('\u00a0', ' ');
}
