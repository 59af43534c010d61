'use client';
import { usePathname } from 'next/navigation';
import { type CSSProperties, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ChangedCard } from '../_changed/changed-card.tsx';
import { usePeriod } from '../_changed/use-period.ts';
import { PathCard } from '../_path/path-card.tsx';
import { usePaths } from '../_path/use-paths.ts';
import { useSelectedScene } from '../_shell/url-state.ts';
import { ResizeHandle } from './resize-handle.tsx';
import { SceneCard } from './scene-card.tsx';
import styles from './inspector.module.css';
import { SheetHandle, type SheetHeight } from './sheet-handle.tsx';
import { useInspectorWidth } from './use-inspector-width.ts';

/** What is selected, in every place the same; a column at the right, a sheet of three heights on a phone. */
export function Inspector() {
  const t = useTranslations('scene');
  const [scene] = useSelectedScene();
  const [width, setWidth] = useInspectorWidth();
  const [height, setHeight] = useState<SheetHeight>('half');
  const isOnMap = usePathname().startsWith('/field');
  const { isAsked } = usePaths();
  const { isSet } = usePeriod();
  const isPeriod = isSet && isOnMap && !isAsked;
  if (scene === null && !isAsked && !isPeriod) return null;
  return (
    <aside
      className={styles.inspector}
      aria-label={t('label')}
      data-height={height}
      style={{ '--width': `${width}px` } as CSSProperties}
    >
      <ResizeHandle width={width} onWidth={setWidth} />
      <SheetHandle height={height} onHeight={setHeight} />
      {isAsked && <PathCard />}
      {isPeriod && <ChangedCard />}
      {scene !== null && <SceneCard key={scene} id={scene} hasKeys={isOnMap} />}
    </aside>
  );
}
