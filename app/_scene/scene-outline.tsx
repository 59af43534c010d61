'use client';
import { useTranslations } from 'use-intl';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import { useSelectedScene } from '../_shell/url-state.ts';
import card from './scene-card.module.css';
import styles from './scene-outline.module.css';

/** Sections and turns inside a scene, in order. */
export function SceneOutline({ outline }: { outline: SceneView['outline'] }) {
  const t = useTranslations('scene');
  const [, setScene] = useSelectedScene();
  return (
    <section className={card.section}>
      <h3 className={card.label}>{t('outline')}</h3>
      <ul>
        {outline.map(({ id, title, level, speaker }) => (
          <li key={id} style={{ paddingLeft: `${Math.max(0, (level ?? 1) - 1) * 0.9}rem` }}>
            <button type="button" className={styles.row} onClick={() => void setScene(id)}>
              {speaker !== null && <span className={card.faint}>{speaker}</span>} {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
