'use client';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { type CSSProperties, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useAxis } from '../_axis/use-axis.ts';
import { usePeriod } from '../_changed/use-period.ts';
import { useJoin } from '../_join/use-join.ts';
import { usePathStops } from '../_path/use-path-stops.ts';
import { useFieldState, useSelectedScene } from '../_shell/url-state.ts';
import { ResizeHandle } from './resize-handle.tsx';
import styles from './inspector.module.css';
import { SheetHandle, type SheetHeight } from './sheet-handle.tsx';
import { useInspectorWidth } from './use-inspector-width.ts';

// fetched when first shown: most of them are never seen in one visit; not on the server: what hydrates late would meet data that the server did not have
const loading = () => <SkeletonLines widths={[0.6, 0.9, 0.8]} />;
const AxisCard = dynamic(() => import('../_axis/axis-card.tsx').then((m) => m.AxisCard), {
  ssr: false,
  loading,
});
const ChangedCard = dynamic(() => import('../_changed/changed-card.tsx').then((m) => m.ChangedCard), {
  ssr: false,
  loading,
});
const JoinCard = dynamic(() => import('../_join/join-card.tsx').then((m) => m.JoinCard), {
  ssr: false,
  loading,
});
const PathCard = dynamic(() => import('../_path/path-card.tsx').then((m) => m.PathCard), {
  ssr: false,
  loading,
});
const RegionCard = dynamic(() => import('../_region/region-card.tsx').then((m) => m.RegionCard), {
  ssr: false,
  loading,
});
const SceneCard = dynamic(() => import('./scene-card.tsx').then((m) => m.SceneCard), { ssr: false, loading });

/** What is selected, in every place the same; a column at the right, a sheet of three heights on a phone. */
export function Inspector() {
  const t = useTranslations('scene');
  const [scene] = useSelectedScene();
  const [width, setWidth] = useInspectorWidth();
  const [height, setHeight] = useState<SheetHeight>('half');
  const isOnMap = usePathname().startsWith('/field');
  const { isAsked } = usePathStops();
  const { isSet } = usePeriod();
  const isPeriod = isSet && isOnMap && !isAsked;
  const { isAsked: isJoin } = useJoin();
  const isAxis = useAxis().poles !== null && isOnMap;
  const [{ region, around }] = useFieldState();
  const isRegion = region !== null && around === null && isOnMap;
  if (scene === null && ![isAsked, isPeriod, isJoin, isAxis, isRegion].includes(true)) return null;
  return (
    <aside
      className={styles.inspector}
      aria-label={t('label')}
      data-height={height}
      style={{ '--width': `${width}px` } as CSSProperties}
    >
      <ResizeHandle width={width} onWidth={setWidth} />
      <SheetHandle height={height} onHeight={setHeight} />
      {isJoin && <JoinCard />}
      {isAsked && <PathCard />}
      {isAxis && <AxisCard />}
      {isPeriod && <ChangedCard />}
      {/* an answer takes the place of the region that it was asked from, until it is left */}
      {isRegion && ![isJoin, isAsked, isAxis, isPeriod].includes(true) && (
        <RegionCard key={region} id={region} />
      )}
      {scene !== null && <SceneCard key={scene} id={scene} hasKeys={isOnMap} />}
    </aside>
  );
}
