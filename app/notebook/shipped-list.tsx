'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './notebook.module.css';

/** The notebooks that the product ships, each with what it is for; a press makes a copy of one's own, of which nothing has run. */
export function ShippedList({ onOpened }: { onOpened: (id: string) => void }) {
  const t = useTranslations('notebook.shipped');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  const shipped = useQuery(trpc.notebooks.shipped.queryOptions({ language }));
  const open = useMutation(
    trpc.notebooks.openShipped.mutationOptions({
      onSuccess(notebook) {
        queryClient.setQueryData(trpc.notebooks.read.queryKey({ id: notebook.id }), notebook);
        void queryClient.invalidateQueries({ queryKey: trpc.notebooks.list.queryKey() });
        onOpened(notebook.id);
      },
      onError: notices.fault,
    }),
  );
  return (
    <section className={styles.shipped} aria-label={t('title')}>
      <h2 className={styles.shippedTitle}>{t('title')}</h2>
      {shipped.data?.map(({ id, title, about }) => (
        <button
          key={id}
          type="button"
          className={styles.offer}
          disabled={open.isPending}
          onClick={() => open.mutate({ id, language })}
        >
          <b>{title}</b>
          <span>{about}</span>
        </button>
      ))}
    </section>
  );
}
