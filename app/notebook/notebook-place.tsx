'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { EmptyState } from '../_controls/empty-state.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { NotebookColumn } from './notebook-column.tsx';
import styles from './notebook.module.css';

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
        <Button look="main" size="large" disabled={create.isPending} onClick={add}>
          {t('create')}
        </Button>
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
            onClick={() => void setChosen(id)}
          >
            <span className={styles.itemTitle}>{title}</span>
            <span className={styles.faint}>{t('cells', { count: cells })}</span>
          </button>
        ))}
        <Button look="quiet" disabled={create.isPending} onClick={add}>
          <Plus size={16} aria-hidden />
          {t('create')}
        </Button>
      </nav>
      {shown && <NotebookColumn key={shown.id} id={shown.id} onDeleted={() => void setChosen(null)} />}
    </div>
  );
}
