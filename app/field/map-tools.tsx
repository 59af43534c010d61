'use client';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
import type { FieldController } from './field-controller.ts';
import styles from './map-tools.module.css';
import { Minimap } from './minimap.tsx';

/** Closer, farther, all of it; and the whole field in small. */
export function MapTools({ controller }: { controller: FieldController }) {
  const t = useTranslations('field');
  return (
    <div className={styles.tools}>
      <div className={styles.zoom}>
        <IconButton
          label={t('zoomIn')}
          icon={<Plus size={16} aria-hidden />}
          onClick={() => controller.zoomBy(1.5)}
        />
        <IconButton
          label={t('zoomOut')}
          icon={<Minus size={16} aria-hidden />}
          onClick={() => controller.zoomBy(1 / 1.5)}
        />
        <IconButton
          label={t('fit')}
          icon={<Maximize size={15} aria-hidden />}
          onClick={() => controller.fit()}
        />
      </div>
      <Minimap controller={controller} />
    </div>
  );
}
