/** The same value, typed without `readonly`: the schemas' types know no `readonly`. */
export type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

/** Hands a value over to an answer; nobody writes to it afterwards. */
export function writable<T>(value: T): Writable<T> {
  return value as Writable<T>;
}
