'use client';
import { useTranslations } from 'use-intl';
import type { Drawing as DrawingView } from '../../../graph-schema/views/cells/drawing.ts';
import { useSelectedScene } from '../../_shell/url-state.ts';
import { MapSketch } from '../../field/map-sketch.tsx';
import styles from './result-table.module.css';

/** A still map of what a cell came to; what it has no room for is said. */
export function Drawing({ drawing }: { drawing: DrawingView }) {
  const t = useTranslations('notebook');
  const [, setScene] = useSelectedScene();
  const { points, lines, left } = drawing;
  if (points.length === 0) return <p className={styles.foot}>{t('map.nothing')}</p>;
  return (
    <>
      <MapSketch
        label={t('map.of', { scenes: points.length, links: lines.length })}
        points={points}
        lines={lines}
        onScene={(id) => void setScene(id)}
      />
      <p className={styles.foot}>
        {t('map.of', { scenes: points.length, links: lines.length })}
        {left > 0 && ` ${t('map.left', { count: left })}`}
      </p>
    </>
  );
}
