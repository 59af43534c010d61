import { z } from 'zod';

/** One stage of the start: settings → neo4j → migrations → models → ready. Words for name, cause and cure come from messages/. */
export const Stage = z.object({
  name: z.enum(['settings', 'neo4j', 'migrations', 'models', 'ready']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  seconds: z.number(),
  bytes: z.number().optional(),
  totalBytes: z.number().optional(),
  /** an error code, words in messages/ */
  cause: z.string().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
  note: z.string().optional(),
});
export type Stage = z.infer<typeof Stage>;
