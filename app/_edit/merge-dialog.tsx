'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, Merge } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { EditFrame } from './edit-frame.tsx';
import heard from '../_controls/heard.module.css';
import styles from './edit.module.css';
import { focusOnce } from './focus-once.ts';
import { ScenePicker } from './scene-picker.tsx';
import { useEditDialog } from './use-edit-dialog.ts';
import { useEdits } from './use-edits.ts';

/** Two scenes become one: which stays, and what moves, is said first. */
export function MergeDialog({ on, to }: { on: string; to: string | undefined }) {
  return to === undefined ? <Survivor on={on} /> : <MergePreview from={on} to={to} />;
}

function Survivor({ on }: { on: string }) {
  const t = useTranslations('edit.pick');
  const { open } = useEditDialog();
  const { data } = useQuery(useTRPC().editing.read.queryOptions({ id: on }));
  const label = t('merge', { title: data?.title ?? '' });
  return (
    <>
      <Dialog.Title className={heard.heard}>{label}</Dialog.Title>
      <ScenePicker
        icon={<Merge size={18} strokeWidth={1.75} aria-hidden />}
        label={label}
        hint={t('hint')}
        nobody={t('nobody')}
        without={[on]}
        onPick={({ id }) => open('merge', { on, to: [id] })}
      />
    </>
  );
}

function MergePreview({ from, to }: { from: string; to: string }) {
  const t = useTranslations('edit');
  const { open, close } = useEditDialog();
  const { merge, say } = useEdits();
  const [, setScene] = useSelectedScene();
  const pair = { from, to };
  const preview = useQuery(useTRPC().editing.previewMerge.queryOptions(pair, { staleTime: 0 }));
  if (preview.error)
    return (
      <EditFrame title={t('acts.merge')}>
        <FaultPanel error={preview.error} />
      </EditFrame>
    );
  if (preview.data === undefined)
    return (
      <EditFrame title={t('acts.merge')}>
        <SkeletonLines widths={[0.8, 0.6, 0.7]} />
      </EditFrame>
    );
  const { data } = preview;
  const titles = { from: data.from.title, to: data.to.title };

  function act() {
    merge.mutate(pair, {
      onSuccess({ number }) {
        say(t('said.merged', titles), number);
        void setScene(to);
        close();
      },
    });
  }

  return (
    <EditFrame title={t('merge.title', titles)} lead={t('merge.lead', titles)}>
      <ul className={styles.facts}>
        <li>{t('merge.links', { count: data.links })}</li>
        {data.closed > 0 && <li>{t('merge.closed', { count: data.closed })}</li>}
        {data.names.length > 0 && <li dir="auto">{t('merge.names', { names: data.names.join(', ') })}</li>}
        <li>{data.joinsText ? t('merge.joins') : t('merge.stays')}</li>
      </ul>
      <div className={styles.acts}>
        <Button onClick={() => open('merge', { on: to, to: [from] })}>
          <ArrowLeftRight size={15} aria-hidden />
          {t('merge.turn')}
        </Button>
        <Button look="main" size="large" ref={focusOnce} disabled={merge.isPending} onClick={act}>
          {merge.isPending ? t('scene.saving') : t('merge.act')}
        </Button>
      </div>
    </EditFrame>
  );
}
