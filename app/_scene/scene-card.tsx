'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { SceneAlike } from './scene-alike.tsx';
import { SceneConcepts } from './scene-concepts.tsx';
import { SceneHead } from './scene-head.tsx';
import { SceneHistory } from './scene-history.tsx';
import { SceneMerged } from './scene-merged.tsx';
import { SceneLinks } from './scene-links.tsx';
import { SceneNamed } from './scene-named.tsx';
import { SceneOutline } from './scene-outline.tsx';
import { SceneProposals } from './scene-proposals.tsx';
import { SceneText } from './scene-text.tsx';
import styles from './scene-card.module.css';

interface Props {
  id: string;
  /** A and R decide the proposal that is shown: not where the place has these keys itself */
  hasKeys: boolean;
}

/** One scene whole: where it stands, its text, what is proposed, what it is linked with, what was decided. */
export function SceneCard({ id, hasKeys }: Props) {
  const t = useTranslations('scene');
  const trpc = useTRPC();
  const scene = useQuery(trpc.field.scene.queryOptions({ id }));
  const edit = useQuery(trpc.editing.read.queryOptions({ id }, { retry: false }));
  if (scene.error)
    return (
      <div className={styles.card}>
        <SceneHead scene={null} />
        <FaultPanel error={scene.error} onRetry={() => void scene.refetch()} />
      </div>
    );
  if (scene.data === undefined)
    return (
      <div className={styles.card} aria-busy="true">
        <SkeletonLines widths={[0.4, 0.7, 0.5, 1, 0.95, 1, 0.6, 0.3, 1, 1]} />
      </div>
    );
  const { data } = scene;
  const isOwn = edit.data?.isOwn === true;
  return (
    <div className={styles.card} data-testid="scene-card">
      <SceneHead scene={data} isOwn={isOwn} />
      {edit.data && <SceneMerged edit={edit.data} />}
      <SceneText scene={data} />
      <SceneProposals scene={data} hasKeys={hasKeys} />
      <SceneLinks id={data.id} links={data.links} />
      {data.body !== '' && <SceneNamed id={data.id} />}
      {data.state === 'present' && data.id === data.rootId && <SceneAlike id={data.id} />}
      {data.concepts.length > 0 && <SceneConcepts concepts={data.concepts} />}
      {data.outline.length > 0 && <SceneOutline outline={data.outline} />}
      <SceneHistory id={data.id} label={t('history')} />
    </div>
  );
}
