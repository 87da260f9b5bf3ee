import { z } from 'zod';

export const ProblemError = z
  .strictObject({
    pointer: z.string().describe('RFC 6901 pointer into the body, or the name of a parameter'),
    code: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'ProblemError' });
export type ProblemError = z.infer<typeof ProblemError>;

/** RFC 9457 problem details: what every refusal and failure is told by. */
export const Problem = z
  .strictObject({
    type: z.string().describe('Where the code is explained: /problems/<code>'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().describe('The id of the request, as in the log'),
    code: z.string(),
    errors: z.array(ProblemError),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
