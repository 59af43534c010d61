'use client';
import { useTranslations } from 'use-intl';
import type { EditView } from '../../graph-schema/views/edit-view.ts';
import { Button } from '../_controls/button.tsx';
import styles from './edit.module.css';

interface Props {
  /** what another window wrote; null: the scene is no longer there */
  theirs: EditView | null;
  onTake: () => void;
  onOver: () => void;
  onNew: () => void;
}

/** Somebody else changed what is being edited: both texts are in sight, and the person says which goes where. */
export function Meanwhile({ theirs, onTake, onOver, onNew }: Props) {
  const t = useTranslations('edit.scene');
  return (
    <section className={styles.theirs} aria-live="polite">
      <p className={styles.label}>
        {t('theirs')}
        {theirs === null && `: ${t('notThere')}`}
      </p>
      {theirs !== null && (
        <>
          <p className={styles.theirTitle} dir="auto">
            {theirs.title}
          </p>
          <pre className={styles.theirText} dir="auto">
            {theirs.body}
          </pre>
        </>
      )}
      <div className={styles.acts}>
        {theirs !== null && <Button onClick={onTake}>{t('takeTheirs')}</Button>}
        <Button onClick={onNew}>{t('saveNew')}</Button>
        {theirs !== null && (
          <Button look="main" onClick={onOver}>
            {t('saveOver')}
          </Button>
        )}
      </div>
    </section>
  );
}
