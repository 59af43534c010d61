'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import type { CellInput } from '../../graph-schema/views/notebook-view.ts';
import type { AppRouter } from '../../server/trpc/router.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';

/** A notebook as it comes over the wire. */
export type NotebookView = inferRouterOutputs<AppRouter>['notebooks']['read'];

export interface CellEdit {
  cellId: string;
  base: number;
  name: string | null;
  input: CellInput;
}

export type NotebookActs = ReturnType<typeof useNotebook>['acts'];

/** One notebook and what can be done with its cells; every answer is the notebook as it now is. */
export function useNotebook(id: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const notebook = useQuery(trpc.notebooks.read.queryOptions({ id }));
  const keep = useMemo(
    () => (next: NotebookView) => {
      queryClient.setQueryData(trpc.notebooks.read.queryKey({ id }), next);
      void queryClient.invalidateQueries({ queryKey: trpc.notebooks.list.queryKey() });
    },
    [queryClient, trpc, id],
  );
  const kept = { onSuccess: keep, onError: notices.fault };
  const rename = useMutation(trpc.notebooks.rename.mutationOptions(kept)).mutate;
  const addCell = useMutation(trpc.notebooks.addCell.mutationOptions(kept)).mutateAsync;
  const saveCell = useMutation(
    trpc.notebooks.saveCell.mutationOptions({
      onSuccess: ({ notebook: next }) => keep(next),
      onError: notices.fault,
    }),
  ).mutateAsync;
  const moveCell = useMutation(trpc.notebooks.moveCell.mutationOptions(kept)).mutate;
  const removeCell = useMutation(trpc.notebooks.removeCell.mutationOptions(kept)).mutateAsync;
  const restoreCell = useMutation(trpc.notebooks.restoreCell.mutationOptions(kept)).mutate;
  const run = useMutation(trpc.notebooks.run.mutationOptions(kept)).mutate;
  const stop = useMutation(trpc.notebooks.stop.mutationOptions(kept)).mutate;
  const acts = useMemo(
    () => ({
      rename: (title: string) => rename({ id, title }),
      add: (after: string | null, input: CellInput) => addCell({ notebookId: id, after, input }),
      save: (edit: CellEdit) => saveCell({ notebookId: id, ...edit }),
      move: (cellId: string, by: -1 | 1) => moveCell({ notebookId: id, cellId, by }),
      remove: (cellId: string) => removeCell({ notebookId: id, cellId }),
      restore: (cellId: string) => restoreCell({ notebookId: id, cellId }),
      /** `following`: also what follows from it */
      run: (cellId: string, following = false) => run({ what: 'cells', id, ids: [cellId], following }),
      runAll: () => run({ what: 'all', id }),
      runStale: () => run({ what: 'stale', id }),
      stop: () => stop({ id }),
    }),
    [id, rename, addCell, saveCell, moveCell, removeCell, restoreCell, run, stop],
  );
  return { notebook, acts };
}
