'use client';
import { useTranslations } from 'use-intl';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import chip from '../_controls/chip.module.css';
import card from './scene-card.module.css';

const most = 24;

/** What the scene is about, most mentioned first. */
export function SceneConcepts({ concepts }: { concepts: SceneView['concepts'] }) {
  const t = useTranslations('scene');
  const shown = [...concepts].sort((a, b) => b.mentions - a.mentions).slice(0, most);
  return (
    <section className={card.section}>
      <h3 className={card.label}>{t('concepts')}</h3>
      <ul className={card.chips}>
        {shown.map(({ id, name }) => (
          <li key={id} className={chip.chip}>
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
