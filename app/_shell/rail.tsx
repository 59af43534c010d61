'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import { Mark } from './mark.tsx';
import { placeList } from './place-list.ts';
import styles from './rail.module.css';
import { type Place, useVault } from './url-state.ts';
import { usePlace } from './use-place.ts';
import { useRested } from './use-rested.ts';

/** How much waits in a place, of the vault that is chosen; nothing where it is not known or none. */
export function usePlaceCounts(): Partial<Record<Place, number>> {
  const trpc = useTRPC();
  const [vault] = useVault();
  const asked = { limit: 60, ...(vault !== null && { vault }) };
  const { data } = useQuery(trpc.proposals.list.queryOptions(asked));
  const pending = data?.counts.pending ?? 0;
  return pending > 0 ? { review: pending } : {};
}

export function Rail() {
  const t = useTranslations('shell');
  const { place, addressOf } = usePlace();
  const isRested = useRested();
  const counts = usePlaceCounts();
  return (
    <nav className={styles.rail} aria-label={t('places.label')}>
      <Link prefetch={isRested ? null : false} href={addressOf('field')} className={styles.name}>
        <Mark />
        <span className={styles.word}>{t('name')}</span>
      </Link>
      <ul className={styles.list}>
        {placeList.map(({ place: one, icon: Icon, key }) => (
          <li key={one}>
            <Link
              prefetch={isRested ? null : false}
              href={addressOf(one)}
              className={styles.link}
              aria-current={one === place ? 'page' : undefined}
              aria-keyshortcuts={key}
              title={t(`places.${one}`)}
            >
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              <span className={styles.word}>{t(`places.${one}`)}</span>
              {counts[one] !== undefined && <span className={styles.count}>{counts[one]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
