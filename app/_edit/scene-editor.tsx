'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Spot } from '../../graph-schema/views/edit-view.ts';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { faultOf } from '../_trpc/fault.ts';
import { EditFrame } from './edit-frame.tsx';
import { EditorForm } from './editor-form.tsx';

interface Props {
  /** the scene that is edited; null: a new one */
  on: string | null;
  /** what a new one is called to begin with */
  title: string;
  spot: Spot | undefined;
}

/** A scene of a person's own is written or changed. What another window does to it meanwhile shows at once. */
export function SceneEditor({ on, title, spot }: Props) {
  const t = useTranslations('edit');
  const scene = useQuery(
    useTRPC().editing.read.queryOptions(
      { id: on ?? 'new' },
      { enabled: on !== null, staleTime: 0, retry: false },
    ),
  );
  if (on === null)
    return (
      <EditFrame title={t('scene.new')}>
        <EditorForm on={null} began={{ title, body: '' }} now={undefined} spot={spot} isGone={false} />
      </EditFrame>
    );
  if (scene.data === undefined)
    return (
      <EditFrame title={t('scene.edit')}>
        {scene.error ? <FaultPanel error={scene.error} /> : <SkeletonLines widths={[0.8, 0.6, 0.7]} />}
      </EditFrame>
    );
  const isGone = scene.error !== null && faultOf(scene.error).code === 'not_found';
  return (
    <EditFrame title={t('scene.edit')}>
      <EditorForm on={on} began={scene.data} now={scene.data} spot={spot} isGone={isGone} />
    </EditFrame>
  );
}
