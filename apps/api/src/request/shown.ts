import type { z } from 'zod';

/** The members that an answer's schema names: what else a room carries along stays inside. */
export function shown<Shape extends z.ZodRawShape, T extends object>(
  schema: z.ZodObject<Shape>,
  value: T,
): T {
  const members = Object.entries(value).filter(([name]) => Object.hasOwn(schema.shape, name));
  return Object.fromEntries(members) as T;
}
