'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CellInput, type InputKind } from '../../graph-schema/views/notebook-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { ConfirmDialog } from '../_shell/confirm-dialog.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { Cell, type ColumnActs } from './cell.tsx';
import { cellKindViews, offeredKinds } from './cells/cell-kind-views.ts';
import { NotebookBar } from './notebook-bar.tsx';
import styles from './notebook.module.css';
import { useDrawn } from './use-drawn.ts';
import { type NotebookActs, type NotebookView, useNotebook } from './use-notebook.ts';

/** A notebook's cells between text margins. */
export function NotebookColumn({
  id,
  onDeleted,
  onTaken,
}: {
  id: string;
  onDeleted: () => void;
  onTaken: (id: string) => void;
}) {
  const t = useTranslations('notebook');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { notebook, acts } = useNotebook(id);
  const [isAsking, setAsking] = useState(false);
  const { data, error } = notebook;
  const { box, column } = useColumnActs(data, acts);
  const drawn = useDrawn(data?.cells.length ?? null);
  const remove = useMutation(
    trpc.notebooks.delete.mutationOptions({
      onSuccess() {
        onDeleted();
        void queryClient.invalidateQueries({ queryKey: trpc.notebooks.pathKey() });
      },
      onError: notices.fault,
    }),
  );

  if (error) return <FaultPanel error={error} onRetry={() => void notebook.refetch()} />;
  if (data === undefined)
    return (
      <div className={styles.scroll}>
        <SkeletonLines widths={[0.4, 1, 0.9, 0.6]} />
      </div>
    );
  const names = data.cells.map(({ name }) => name ?? '').join(' ');
  return (
    <div className={styles.scroll}>
      <div ref={box} className={styles.column}>
        <input
          key={data.title}
          className={styles.title}
          aria-label={t('rename')}
          defaultValue={data.title}
          onBlur={(event) => {
            const title = event.target.value.trim();
            if (title !== '' && title !== data.title) acts.rename(title);
          }}
        />
        <NotebookBar notebook={data} acts={acts} onDelete={() => setAsking(true)} onTaken={onTaken} />
        {data.cells.length === 0 && <p className={styles.faint}>{t('emptyCells')}</p>}
        {data.cells.map((cell, index) => (
          <Cell
            key={cell.id}
            isDrawn={index < drawn}
            cell={cell}
            notebookId={id}
            index={index}
            count={data.cells.length}
            names={names}
            acts={acts}
            column={column}
          />
        ))}
        <div className={styles.adders} role="toolbar" aria-label={t('add.label')}>
          {offeredKinds.map((kind) => {
            const Sign = cellKindViews[kind].icon;
            return (
              <Button key={kind} onClick={() => column.addAt(data.cells.length, kind)}>
                <Sign size={16} strokeWidth={1.75} aria-hidden />
                {t(`add.${kind}`)}
              </Button>
            );
          })}
        </div>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('delete')}
        text={t('deleteSure', { title: data.title })}
        act={t('delete')}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ id })}
      />
    </div>
  );
}

/** What cells ask of their column; the same object for all of its life, so that a cell is drawn anew only when it changes. */
function useColumnActs(data: NotebookView | undefined, acts: NotebookActs) {
  const t = useTranslations('notebook');
  const ts = useTranslations('shell.acts');
  const notices = useNotices();
  const box = useRef<HTMLDivElement>(null);
  const cells = useRef<NotebookView['cells']>([]);
  useEffect(() => {
    cells.current = data?.cells ?? [];
  });
  const removed = useRef<string[]>([]);
  const column = useMemo<ColumnActs>(() => {
    const cellAt = (index: number) =>
      box.current?.querySelectorAll<HTMLElement>('[data-cell]')[index] ?? null;
    const focusId = (id: string | undefined) => {
      if (id !== undefined) focusOn(`[data-cell="${id}"]`);
    };
    const focusOn = (selector: string) => whenThere(() => box.current?.querySelector<HTMLElement>(selector));
    async function addAt(index: number, kind: InputKind) {
      const next = await acts.add(cells.current[index - 1]?.id ?? null, CellInput.parse({ kind }));
      const added = next.cells[index]?.id;
      // a question is what is written next
      if (kind === 'conversation') focusOn(`[data-cell="${added}"] textarea`);
      else focusId(added);
    }
    async function takeOut(id: string, at: number) {
      const next = await acts.remove(id);
      removed.current.push(id);
      notices.say(t('removed'), { label: ts('undo'), run: restore });
      focusId(next.cells[Math.min(at, next.cells.length - 1)]?.id);
    }
    const restore = () => {
      const id = removed.current.pop();
      if (id === undefined) return;
      acts.restore(id);
      focusId(id);
    };
    return {
      focus(index) {
        if (index < cells.current.length) cellAt(index)?.focus();
        else void addAt(cells.current.length, 'prose').catch(() => undefined);
      },
      addAt: (index, kind) => void addAt(index, kind).catch(() => undefined),
      restore,
      remove(id) {
        const at = cells.current.findIndex((cell) => cell.id === id);
        void takeOut(id, at).catch(() => undefined);
      },
      onBeside(id) {
        notices.say(t('beside'));
        focusId(id);
      },
    };
  }, [acts, notices, t, ts]);
  return { box, column };
}

/** Frames within which what was asked for has come. */
const mostFrames = 120;

/** Puts the focus on an element as soon as it stands on the page. */
function whenThere(find: () => HTMLElement | null | undefined, frames = mostFrames): void {
  const found = find();
  if (found) found.focus();
  else if (frames > 0) requestAnimationFrame(() => whenThere(find, frames - 1));
}
