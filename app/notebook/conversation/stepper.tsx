'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../_controls/icon-button.tsx';
import styles from './talk.module.css';

interface Props {
  /** from 0 */
  at: number;
  of: number;
  label: (values: { index: number; count: number }) => string;
  onStep: (at: number) => void;
}

/** Which of several is shown, and the way to the others. */
export function Stepper({ at, of, label, onStep }: Props) {
  const t = useTranslations('conversation');
  return (
    <span className={styles.stepper}>
      <IconButton
        label={t('previous')}
        icon={<ChevronLeft size={15} aria-hidden />}
        disabled={at <= 0}
        onClick={() => onStep(at - 1)}
      />
      {label({ index: at + 1, count: of })}
      <IconButton
        label={t('next')}
        icon={<ChevronRight size={15} aria-hidden />}
        disabled={at >= of - 1}
        onClick={() => onStep(at + 1)}
      />
    </span>
  );
}
