'use client';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LinkOfferList } from '../../_edit/link-offer-list.tsx';
import { useLinkOffers } from '../../_edit/use-link-offers.ts';
import cell from '../cell.module.css';
import styles from './words-field.module.css';

/** A formula as it is written; after `[[` scenes are offered. */
export function FormulaField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTranslations('notebook.formula');
  const area = useRef<HTMLTextAreaElement>(null);
  const { list, props } = useLinkOffers(area, { value, onChange, parts: false });
  return (
    <div className={cell.offering}>
      <textarea
        ref={area}
        className={styles.words}
        aria-label={t('label')}
        placeholder={t('prompt')}
        rows={1}
        value={value}
        {...props}
      />
      <div className={cell.offered}>
        <LinkOfferList {...list} />
      </div>
    </div>
  );
}
