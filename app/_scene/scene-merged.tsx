'use client';
import { useTranslations } from 'use-intl';
import type { EditView } from '../../graph-schema/views/edit-view.ts';
import { Button } from '../_controls/button.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import card from './scene-card.module.css';

/** What was decided to be one with this scene, and the way apart. */
export function SceneMerged({ edit: { mergedInto, mergedBy, merged } }: { edit: EditView }) {
  const t = useTranslations('edit.merge');
  const [, setScene] = useSelectedScene();
  const { undo } = useUndo();
  if (mergedInto !== null)
    return (
      <section className={card.section}>
        <p>{t('into', { title: mergedInto.title })}</p>
        <div className={card.chips}>
          <Button onClick={() => void setScene(mergedInto.id)}>{mergedInto.title}</Button>
          {mergedBy !== null && <Button onClick={() => undo(mergedBy)}>{t('apart')}</Button>}
        </div>
      </section>
    );
  if (merged.length === 0) return null;
  return (
    <section className={card.section}>
      <h3 className={card.label}>{t('merged')}</h3>
      <div className={card.chips}>
        {merged.map(({ id, title }) => (
          <Button key={id} onClick={() => void setScene(id)}>
            {title}
          </Button>
        ))}
      </div>
    </section>
  );
}
