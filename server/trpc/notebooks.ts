import { z } from 'zod';
import { Table } from '../../graph-schema/views/cells/table.ts';
import { CellInput, cellName, NotebookView } from '../../graph-schema/views/notebook-view.ts';
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

  run: procedure
    .input(Which)
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.run(input)),
  stop: procedure
    .input(z.object({ id: z.string() }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.stop(input.id)),
});
