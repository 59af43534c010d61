'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import styles from './answer-card.module.css';

interface Props {
  label: string;
  title: string;
  testId: string;
  asked: { error: unknown; isPending: boolean; refetch: () => unknown };
  onClose: () => void;
  children: ReactNode;
}

/** What the field answers to a question about it, above the card of a scene where there is one. */
export function AnswerCard({ label, title, testId, asked, onClose, children }: Props) {
  const t = useTranslations('shell.acts');
  return (
    <section className={styles.card} aria-label={label} data-testid={testId}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton label={t('close')} icon={<X size={17} aria-hidden />} onClick={onClose} />
      </header>
      {asked.error != null && <FaultPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonLines widths={[0.6, 0.9, 0.7]} />}
      {children}
    </section>
  );
}
