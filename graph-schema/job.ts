import { z } from 'zod';
import { JobId } from './ids.ts';

export const JobName = z.enum([
  'ingest',
  'embed',
  'propose',
  'draft',
  'reasons',
  'judge',
  'layout',
  'import',
  'export',
  'backup',
]);
export type JobName = z.infer<typeof JobName>;

export const JobState = z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof JobState>;

export const Job = z.object({
  id: JobId,
  name: JobName,
  state: JobState,
  /** what it works on, for people: a vault's name, a scene's title */
  about: z.string(),
  done: z.number(),
  /** null while unknown */
  total: z.number().nullable(),
  /** 0–1, null while the total is unknown */
  progress: z.number().min(0).max(1).nullable(),
  seconds: z.number(),
  secondsLeft: z.number().nullable(),
  error: z.object({ code: z.string(), values: z.record(z.string(), z.unknown()) }).nullable(),
  /** what a finished job found, JSON; its shape is the job's own */
  result: z.record(z.string(), z.unknown()).nullable(),
  startedAt: z.string(),
});
export type Job = z.infer<typeof Job>;
