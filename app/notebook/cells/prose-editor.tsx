'use client';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LinkOfferList } from '../../_edit/link-offer-list.tsx';
import { useLinkOffers } from '../../_edit/use-link-offers.ts';
import cell from '../cell.module.css';
import styles from './prose-cell.module.css';

/** Markdown as it is written; after `[[` scenes are offered, and the one that is taken becomes a link. */
export function ProseEditor({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations('notebook.prose');
  const area = useRef<HTMLTextAreaElement>(null);
  const { list, props } = useLinkOffers(area, { value, onChange });
  return (
    <div className={cell.offering}>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={t('label')}
        placeholder={t('prompt')}
        value={value}
        {...props}
      />
      <div className={cell.offered}>
        <LinkOfferList {...list} />
      </div>
    </div>
  );
}
