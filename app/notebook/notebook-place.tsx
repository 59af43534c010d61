'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BookOpen, FileUp, Plus } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { EmptyState } from '../_controls/empty-state.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { NotebookColumn } from './notebook-column.tsx';
import styles from './notebook.module.css';
import { ShippedList } from './shipped-list.tsx';
import { useReadIn } from './use-read-in.tsx';

/** Saved columns of cells: which one, and the column itself. */
export function NotebookPlace() {
  const t = useTranslations('notebook');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [chosen, setChosen] = useQueryState('notebook', parseAsString.withOptions({ history: 'push' }));
  const list = useQuery(trpc.notebooks.list.queryOptions());
  const create = useMutation(
    trpc.notebooks.create.mutationOptions({
      onSuccess(notebook) {
        queryClient.setQueryData(trpc.notebooks.read.queryKey({ id: notebook.id }), notebook);
        void queryClient.invalidateQueries({ queryKey: trpc.notebooks.list.queryKey() });
        void setChosen(notebook.id);
      },
      onError: notices.fault,
    }),
  );
  const shown = list.data?.find(({ id }) => id === chosen) ?? list.data?.[0];
  const [isOffering, setOffering] = useState(false);
  const open = (id: string) => {
    setOffering(false);
    void setChosen(id);
  };
  const readIn = useReadIn(null, open);
  const add = () => create.mutate({ title: t('untitled') });

  if (list.error)
    return (
      <div className={styles.place}>
        <FaultPanel error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  if (list.data?.length === 0)
    return (
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        <div className={styles.ways}>
          <ShippedList onOpened={open} />
          <div className={styles.begin}>
            <Button look="main" size="large" disabled={create.isPending} onClick={add}>
              {t('create')}
            </Button>
            <Button size="large" onClick={readIn.choose}>
              {t('file.read')}
            </Button>
          </div>
          {readIn.parts}
        </div>
      </EmptyState>
    );
  return (
    <div className={styles.place}>
      <nav className={styles.list} aria-label={t('list')}>
        {list.data?.map(({ id, title, cells }) => (
          <button
            key={id}
            type="button"
            className={styles.item}
            aria-current={id === shown?.id ? 'page' : undefined}
            onClick={() => open(id)}
          >
            <span className={styles.itemTitle}>{title}</span>
            <span className={styles.faint}>{t('cells', { count: cells })}</span>
          </button>
        ))}
        <Button look="quiet" disabled={create.isPending} onClick={add}>
          <Plus size={16} aria-hidden />
          {t('create')}
        </Button>
        <Button look="quiet" onClick={readIn.choose}>
          <FileUp size={16} aria-hidden />
          {t('file.read')}
        </Button>
        <Button look="quiet" aria-expanded={isOffering} onClick={() => setOffering(!isOffering)}>
          <BookOpen size={16} aria-hidden />
          {t('shipped.title')}
        </Button>
        {readIn.parts}
      </nav>
      {isOffering ? (
        <div className={styles.scroll}>
          <div className={styles.column}>
            <ShippedList onOpened={open} />
          </div>
        </div>
      ) : (
        shown && (
          <NotebookColumn
            key={shown.id}
            id={shown.id}
            onDeleted={() => void setChosen(null)}
            onTaken={open}
          />
        )
      )}
    </div>
  );
}
