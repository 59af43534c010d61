'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { CellInput } from '../../graph-schema/views/notebook-view.ts';
import type { AppRouter } from '../../server/trpc/router.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';

/** A notebook as it comes over the wire. */
type NotebookView = inferRouterOutputs<AppRouter>['notebooks']['read'];

/** One notebook and what can be done with its cells; every answer is the notebook as it now is. */
export function useNotebook(id: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const notebook = useQuery(trpc.notebooks.read.queryOptions({ id }));
  const kept = {
    onSuccess(next: NotebookView) {
      queryClient.setQueryData(trpc.notebooks.read.queryKey({ id }), next);
      void queryClient.invalidateQueries({ queryKey: trpc.notebooks.list.queryKey() });
    },
    onError: notices.fault,
  };
  const rename = useMutation(trpc.notebooks.rename.mutationOptions(kept));
  const addCell = useMutation(trpc.notebooks.addCell.mutationOptions(kept));
  const updateCell = useMutation(trpc.notebooks.updateCell.mutationOptions(kept));
  const moveCell = useMutation(trpc.notebooks.moveCell.mutationOptions(kept));
  const deleteCell = useMutation(trpc.notebooks.deleteCell.mutationOptions(kept));
  const runCell = useMutation(trpc.notebooks.runCell.mutationOptions(kept));
  return {
    notebook,
    /** the cell that is being run now */
    running: runCell.isPending ? runCell.variables.cellId : null,
    rename: (title: string) => rename.mutate({ id, title }),
    add: (after: string | null, input: CellInput, then?: (next: NotebookView) => void) =>
      addCell.mutate({ notebookId: id, after, input }, then && { onSuccess: then }),
    move: (cellId: string, by: -1 | 1) => moveCell.mutate({ notebookId: id, cellId, by }),
    remove: (cellId: string, then?: () => void) =>
      deleteCell.mutate({ notebookId: id, cellId }, then && { onSuccess: then }),
    /** Keeps what was typed, then runs the cell on it. */
    async run(cellId: string, input: CellInput) {
      const known = notebook.data?.cells.find((cell) => cell.id === cellId)?.input;
      if (JSON.stringify(known) !== JSON.stringify(input))
        await updateCell.mutateAsync({ notebookId: id, cellId, input });
      await runCell.mutateAsync({ notebookId: id, cellId });
    },
    save: (cellId: string, input: CellInput) => updateCell.mutate({ notebookId: id, cellId, input }),
  };
}

/** A fresh cell of a kind. */
export function emptyInput(kind: CellInput['kind']): CellInput {
  switch (kind) {
    case 'prose':
      return { kind, text: '' };
    case 'search':
      return { kind, text: '', limit: 8 };
    case 'map':
      return { kind, depth: 1 };
    case 'formula':
      return { kind, text: '' };
  }
}
