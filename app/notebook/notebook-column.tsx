'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Map as MapSign, Search, Sigma, Text, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CellInput } from '../../graph-schema/views/notebook-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { ConfirmDialog } from '../_shell/confirm-dialog.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { Cell } from './cell.tsx';
import styles from './notebook.module.css';
import { emptyInput, useNotebook } from './use-notebook.ts';

const kinds: [CellInput['kind'], typeof Text][] = [
  ['prose', Text],
  ['search', Search],
  ['map', MapSign],
  ['formula', Sigma],
];

/** A notebook's cells between text margins. */
export function NotebookColumn({ id, onDeleted }: { id: string; onDeleted: () => void }) {
  const t = useTranslations('notebook');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const book = useNotebook(id);
  const column = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const { data, error } = book.notebook;
  const remove = useMutation(
    trpc.notebooks.delete.mutationOptions({
      onSuccess() {
        onDeleted();
        void queryClient.invalidateQueries({ queryKey: trpc.notebooks.pathKey() });
      },
      onError: notices.fault,
    }),
  );

  function focusCell(index: number) {
    column.current?.querySelectorAll<HTMLElement>('[data-cell]')[index]?.focus();
  }

  function addAt(index: number, kind: CellInput['kind']) {
    const after = data?.cells[index - 1]?.id ?? null;
    book.add(after, emptyInput(kind), () => setTimeout(() => focusCell(index), 0));
  }

  if (error) return <FaultPanel error={error} onRetry={() => void book.notebook.refetch()} />;
  if (data === undefined)
    return (
      <div className={styles.scroll}>
        <SkeletonLines widths={[0.4, 1, 0.9, 0.6]} />
      </div>
    );
  return (
    <div className={styles.scroll}>
      <div ref={column} className={styles.column}>
        <div className={styles.head}>
          <input
            className={styles.title}
            aria-label={t('rename')}
            defaultValue={data.title}
            onBlur={(event) => {
              const title = event.target.value.trim();
              if (title !== '' && title !== data.title) book.rename(title);
            }}
          />
          <IconButton
            label={t('delete')}
            icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => setAsking(true)}
          />
        </div>
        {data.cells.length === 0 && <p className={styles.faint}>{t('emptyCells')}</p>}
        {data.cells.map((cell, index) => (
          <Cell
            key={cell.id}
            cell={cell}
            place={{ index: index + 1, count: data.cells.length }}
            isRunning={book.running === cell.id}
            onRun={(input) => book.run(cell.id, input).catch(notices.fault)}
            onSave={(input) => book.save(cell.id, input)}
            onMove={(by) => book.move(cell.id, by)}
            onRemove={() => book.remove(cell.id, () => notices.say(t('removed')))}
            onAdd={(offset) => addAt(index + offset, 'prose')}
            onStep={(by) => focusCell(index + by)}
          />
        ))}
        <div className={styles.adders} role="toolbar" aria-label={t('add.label')}>
          {kinds.map(([kind, Sign]) => (
            <Button key={kind} onClick={() => addAt(data.cells.length, kind)}>
              <Sign size={16} strokeWidth={1.75} aria-hidden />
              {t(`add.${kind}`)}
            </Button>
          ))}
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
