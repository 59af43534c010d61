import { z } from 'zod';
import { CellInput, NotebookView } from '../../graph-schema/views/notebook-view.ts';
import { procedure, router } from './trpc.ts';

const Cell = z.object({ notebookId: z.string(), cellId: z.string() });

export const notebooksRouter = router({
  list: procedure
    .output(z.array(z.object({ id: z.string(), title: z.string(), updatedAt: z.string(), cells: z.int() })))
    .query(({ ctx }) => ctx.services.notebooks.list()),
  read: procedure
    .input(z.object({ id: z.string() }))
    .output(NotebookView)
    .query(({ ctx, input }) => ctx.services.notebooks.read(input.id)),
  create: procedure
    .input(z.object({ title: z.string().trim().min(1).max(200) }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.create(input.title)),
  rename: procedure
    .input(z.object({ id: z.string(), title: z.string().trim().min(1).max(200) }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.rename(input)),
  delete: procedure
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => ctx.services.notebooks.delete(input.id)),
  addCell: procedure
    .input(z.object({ notebookId: z.string(), after: z.string().nullable(), input: CellInput }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.addCell(input)),
  updateCell: procedure
    .input(Cell.extend({ input: CellInput }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.updateCell(input)),
  moveCell: procedure
    .input(Cell.extend({ by: z.union([z.literal(-1), z.literal(1)]) }))
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.moveCell(input)),
  deleteCell: procedure
    .input(Cell)
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.deleteCell(input)),
  runCell: procedure
    .input(Cell)
    .output(NotebookView)
    .mutation(({ ctx, input }) => ctx.services.notebooks.runCell(input)),
});
