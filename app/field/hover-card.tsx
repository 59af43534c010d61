'use client';
import { useTranslations } from 'use-intl';
import { RegionDot } from '../_controls/region-dot.tsx';
import { Speakers } from '../_controls/speakers.tsx';
import styles from './hover-card.module.css';
import type { MapModel } from './map-model.ts';

interface Props {
  /** the scene and where it stands on the map, CSS pixels */
  at: { id: string; x: number; y: number };
  model: MapModel;
}

/** What is under the pointer, in brief. The table and the inspector say the same to those without a pointer. */
export function HoverCard({ at, model }: Props) {
  const t = useTranslations('field');
  const node = model.nodes.find(({ id }) => id === at.id);
  if (node === undefined) return null;
  const region = model.regions.find(({ id }) => id === node.regionId);
  return (
    <div className={styles.card} style={{ left: at.x, top: at.y }} aria-hidden>
      <p className={styles.title}>{node.title}</p>
      <Speakers of={node.speakers} />
      <p className={styles.facts}>
        <RegionDot hue={region?.hue ?? null} />
        {region?.name ?? t('noRegion')} · {t('links', { count: node.degree })}
        {node.state !== 'present' && ` · ${t(`state.${node.state}`)}`}
      </p>
    </div>
  );
}
