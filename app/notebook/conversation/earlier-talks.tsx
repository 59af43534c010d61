'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import chip from '../../_controls/chip.module.css';
import { useTRPC } from '../../_trpc/client.ts';
import styles from './talk.module.css';

const most = 6;

/** Talks that were held before, to go on with. */
export function EarlierTalks({ onTalk }: { onTalk: (id: string) => void }) {
  const t = useTranslations('conversation');
  const { data } = useQuery(useTRPC().conversation.list.queryOptions());
  if (!data?.length) return null;
  return (
    <p className={styles.context}>
      {t('earlier')}
      {data.slice(0, most).map(({ id, title }) => (
        <button key={id} type="button" className={chip.chip} onClick={() => onTalk(id)}>
          {title}
        </button>
      ))}
    </p>
  );
}
