'use client';
import { useTranslations } from 'use-intl';
import { useDecided } from '../_gaps/use-decided.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { usePlace } from '../_shell/use-place.ts';
import styles from './queue.module.css';

/** What decisions did to the gaps so far, and the way there. */
export function JoinedSoFar() {
  const t = useTranslations('review.joined');
  const { count } = useMeasures();
  const { go } = usePlace();
  const decided = useDecided();
  if (decided === null) return null;
  const { gaps, lit } = decided;
  const facts = [
    t('gaps', { before: count(gaps.before), now: count(gaps.now) }),
    t('lit', { before: count(lit.before), now: count(lit.now) }),
  ];
  return (
    <button type="button" className={styles.stale} data-testid="joined-so-far" onClick={() => go('gaps')}>
      {facts.join(' · ')}
    </button>
  );
}
