import { z } from 'zod';
import { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { Table } from '../../graph-schema/views/cells/table.ts';
import { CellInput, cellName, NotebookView } from '../../graph-schema/views/notebook-view.ts';
import { fileProblemCodes } from '../notebooks/file/file-problem.ts';
import { procedure, router } from './trpc.ts';

const Cell = z.object({ notebookId: z.string(), cellId: z.string() });
const Title = z.string().trim().min(1).max(200);
const Name = z.string().regex(cellName).nullable();
const Which = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('cells'),
    id: z.string(),
    ids: z.array(z.string()).min(1).max(500),
    /** also what follows from them */
    following: z.boolean().default(false),
  }),
  z.object({ what: z.literal('all'), id: z.string() }),
  z.object({ what: z.literal('stale'), id: z.string() }),
]);

const Language = z.enum(['ru', 'en']);
const File = z.object({ text: z.string(), id: z.string().nullable(), title: Title });
const Problems = z.object({
  problems: z.array(
    z.object({
      line: z.int(),
      column: z.int(),
      code: z.enum(fileProblemCodes),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
const Comparison = z.object({
  title: z.string(),
  cells: z.int(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  lines: z.array(z.object({ type: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
const RunReport = z.object({
  cells: z.array(
    z.object({
      name: z.string().nullable(),
      kind: z.string(),
      state: z.enum(['fresh', 'failed']),
      seconds: z.number(),
      problem: CellProblem.nullable(),
    }),
  ),
  text: z.string(),
});

export const notebooksRouter = router({
  list: procedure
    .output(z.array(z.object({ id: z.string(), title: z.string(), updatedAt: z.string(), cells: z.int() })))
    .query(({ ctx }) => ctx.services.notebooks.list()),
  read: procedure
    .input(z.object({ id: z.string() }))
    .output(NotebookView)
    .query(({ ctx, input }) => ctx.services.notebooks.read(input.id)),
  rows: procedure
    .input(Cell.extend({ offset: z.int().min(0), limit: z.int().min(1).max(1000).default(500) }))
    .output(Table)
    .query(({ ctx, input }) => ctx.services.notebooks.rows(input)),
  create: procedure
    .input(z.object({ title: Title }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.create(input.title)),
  rename: procedure
    .input(z.object({ id: z.string(), title: Title }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.rename(input)),
  delete: procedure
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => ctx.services.notebooks.delete(input.id)),

  addCell: procedure
    .input(
      z.object({
        notebookId: z.string(),
        after: z.string().nullable(),
        input: CellInput,
        name: Name.optional(),
      }),
    )
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.addCell(input)),
  saveCell: procedure
    .input(Cell.extend({ base: z.int().min(0), name: Name, input: CellInput }))
    .output(z.object({ notebook: NotebookView, beside: z.string().nullable() }))
    .mutation(({ ctx, input }) => ctx.services.notebooks.saveCell(input)),
  moveCell: procedure
    .input(Cell.extend({ by: z.union([z.literal(-1), z.literal(1)]) }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.moveCell(input)),
  removeCell: procedure
    .input(Cell)
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.removeCell(input)),
  restoreCell: procedure
    .input(Cell)
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.restoreCell(input)),

  /** As a readable file, without results. */
  write: procedure
    .input(z.object({ id: z.string() }))
    .output(z.object({ text: z.string(), fileName: z.string() }))
    .query(({ ctx, input }) => ctx.services.notebooks.write(input.id)),
  /** What reading a file in would do. A mutation only because a file is long for an address. */
  compare: procedure
    .input(File)
    .output(z.union([Problems, Comparison]))
    .mutation(({ ctx, input }) => ctx.services.notebooks.compare(input)),
  take: procedure
    .input(File)
    .output(z.union([Problems, NotebookView]))
    .mutation(({ ctx, input }) => ctx.services.notebooks.take(input)),
  /** Runs a file and keeps nothing of it. */
  runFile: procedure
    .input(z.object({ text: z.string(), language: Language }))
    .output(z.union([Problems, RunReport]))
    .mutation(({ ctx, input, signal }) =>
      ctx.services.notebooks.runFile({ ...input, signal: signal ?? new AbortController().signal }),
    ),
  shipped: procedure
    .input(z.object({ language: Language }))
    .output(z.array(z.object({ id: z.string(), title: z.string(), about: z.string() })))
    .query(({ ctx, input }) => ctx.services.notebooks.shipped(input.language)),
  openShipped: procedure
    .input(z.object({ id: z.string(), language: Language }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.openShipped(input)),

  run: procedure
    .input(Which)
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.run(input)),
  stop: procedure
    .input(z.object({ id: z.string() }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.stop(input.id)),
});
