import { z } from 'zod';
import { Job } from '../../graph-schema/job.ts';
import {
  Addition,
  ExportFolder,
  ExportFormatName,
  ExportSelection,
} from '../../graph-schema/views/export-view.ts';
import { procedure, router } from './trpc.ts';

const Language = z.enum(['ru', 'en']);
const Target = z.discriminatedUnion('to', [
  z.object({ to: z.literal('download') }),
  z.object({ to: z.literal('path'), path: z.string().min(1).max(4000) }),
]);

export const exportsRouter = router({
  /** A job; its result is an `ExportReport`. A download is then fetched from `/api/export?job=ID`. */
  start: procedure
    .input(
      z.object({ selection: ExportSelection, format: ExportFormatName, language: Language, target: Target }),
    )
    .output(Job)
    .mutation(({ ctx, input }) => ctx.services.exports.start(input)),
  /** What was accepted and written here, note by note, to paste. */
  additions: procedure
    .input(z.object({ selection: ExportSelection, language: Language }))
    .output(z.array(Addition))
    .query(({ ctx, input }) => ctx.services.exports.additions(input)),
  /** Ids that a reading statement finds, to be a selection of. */
  ask: procedure
    .input(z.object({ cypher: z.string().min(1).max(20_000) }))
    .output(z.object({ ids: z.array(z.string()) }))
    .mutation(async ({ ctx, input, signal = new AbortController().signal }) => ({
      ids: await ctx.services.exports.ask(input.cypher, signal),
    })),
  /** Whether a folder lies in a vault. */
  folder: procedure
    .input(z.object({ path: z.string().min(1).max(4000) }))
    .output(ExportFolder)
    .query(({ ctx, input }) => ctx.services.exports.folder(input.path)),
});
