import * as z from 'zod';
import type { Json } from '../json.ts';

const json = z.custom<Json>(value => value !== undefined);

const task = z.object({
  state: z.string(),
  input: json.optional(),
  submitted: json.optional(),
  result: json.optional(),
  outcome: z.string().optional(),
  error: z.string().nullish(),
  cause: json.nullish(),
});

/** One execution as AWS really ran it: what went in, what its tasks answered, what came out. */
export const recordedRow = z.object({
  name: z.string(),
  workflowType: z.enum(['STANDARD', 'EXPRESS']),
  queryLanguage: z.string().optional(),
  definition: json,
  input: json,
  expected: z.object({
    status: z.string(),
    output: json.optional(),
    error: z.string().optional(),
    cause: json.optional(),
  }),
  tasks: z.array(task).optional(),
  events: z.array(z.object({ type: z.string(), name: z.string().optional(), index: z.number().optional() })).optional(),
  eventTypes: z.array(z.string()).optional(),
  s3: z.array(z.object({ Bucket: z.string(), Key: z.string(), Body: z.string() })).optional(),
  caveat: z.string().optional(),
});

export type RecordedRow = z.infer<typeof recordedRow>;
export type RecordedTask = z.infer<typeof task>;
