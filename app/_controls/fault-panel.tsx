'use client';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { faultOf } from '../_trpc/fault.ts';
import { Button } from './button.tsx';
import styles from './fault-panel.module.css';

/** What happened, what was kept and what to do, where it happened. */
export function FaultPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations();
  const { code, values } = faultOf(error);
  const what = code === 'offline' ? t('shell.fault.offline') : t(`errors.${code}.what`, values);
  const cure = code === 'offline' ? t('shell.fault.offlineCure') : t(`errors.${code}.cure`, values);
  return (
    <div className={styles.panel} role="alert">
      <CircleAlert className={styles.sign} size={18} aria-hidden />
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        <p>{cure}</p>
        {onRetry && <Button onClick={onRetry}>{t('shell.acts.retry')}</Button>}
      </div>
    </div>
  );
}
