'use client';
import { useEffect, useRef, useState } from 'react';
import type { CellInput, CellView } from '../../graph-schema/views/notebook-view.ts';
import type { CellEdit, NotebookView } from './use-notebook.ts';

interface Draft extends Pick<CellEdit, 'name' | 'input' | 'base'> {
  /** saved as edition `base`; it is shown until the notebook that has it arrives */
  isSaved: boolean;
}

/** What is typed is saved when the hand rests for so long. Milliseconds. */
const restMs = 600;

/**
 * What is typed in a cell until it is saved. It is saved on top of the edition that it began from: where another window was faster, it becomes a cell of
 * its own, which `onBeside` hears.
 */
export function useCellDraft(
  cell: CellView,
  {
    save,
    onBeside,
  }: {
    save: (edit: CellEdit) => Promise<{ notebook: NotebookView; beside: string | null }>;
    onBeside: (id: string) => void;
  },
) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const now = useRef<Draft | null>(null);
  const saving = useRef<Promise<void>>(Promise.resolve());

  function put(next: Draft | null) {
    now.current = next;
    setDraft(next);
  }

  async function send(): Promise<void> {
    const sent = now.current;
    if (sent === null || sent.isSaved) return;
    const { isSaved: _, ...edit } = sent;
    const { notebook, beside } = await save({ cellId: cell.id, ...edit });
    const typed = now.current;
    const edition = notebook.cells.find(({ id }) => id === cell.id)?.edition;
    if (beside === null && edition !== undefined)
      put({ ...(typed ?? sent), base: edition, isSaved: typed === sent });
    else if (typed === sent) put(null);
    if (beside !== null) onBeside(beside);
  }

  /** Resolves when what was typed is saved, or was not to be saved: then it is still there. */
  function flush(): Promise<void> {
    saving.current = saving.current.then(send).catch(() => undefined);
    return saving.current;
  }

  const flushes = useRef(flush);
  useEffect(() => {
    flushes.current = flush;
  });
  useEffect(() => {
    if (draft === null || draft.isSaved) return undefined;
    const timer = setTimeout(() => void flushes.current(), restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const leave = () => void flushes.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, []);

  const hasArrived = draft?.isSaved === true && cell.edition >= draft.base;
  const { name, input } = draft === null || hasArrived ? cell : draft;
  const base = draft === null || hasArrived ? cell.edition : draft.base;
  return {
    name,
    input,
    isUnsaved: draft?.isSaved === false,
    change: (part: { name?: string | null; input?: CellInput }) =>
      put({ name, input, base, isSaved: false, ...part }),
    flush,
  };
}
