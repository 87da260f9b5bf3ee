import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { inputFaults, type Place } from './input-faults.js';
import { InvalidInputError } from './invalid-input.error.js';

/** Validates what a route takes against the Zod schema that it names: `@Body({ schema })`. */
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { schema } = metadata as { schema?: unknown };
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const place = placeOf(metadata.type);
    // A named parameter is given as its value, without the object around it.
    const prefix = place !== 'body' && metadata.data !== undefined ? [metadata.data] : [];
    throw new InvalidInputError(inputFaults(parsed.error.issues, value, place, prefix));
  }
}

function placeOf(type: ArgumentMetadata['type']): Place {
  return type === 'query' || type === 'param' ? type : 'body';
}
