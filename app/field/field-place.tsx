'use client';
import { useQuery } from '@tanstack/react-query';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Box } from '../../graph-schema/views/field-view.ts';
import { MarksBar } from '../_edit/marks-bar.tsx';
import { useEditKeys } from '../_edit/use-edit-keys.ts';
import { useMarks } from '../_edit/use-marks.ts';
import { usePeriod } from '../_changed/use-period.ts';
import { EmptyState } from '../_controls/empty-state.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { isOpen } from '../_shell/job-tray.tsx';
import { useDialog, useFieldState, useSelectedScene } from '../_shell/url-state.ts';
import { Welcome } from '../_start/welcome.tsx';
import { useTRPC } from '../_trpc/client.ts';
import type { FieldController } from './field-controller.ts';
import { FieldFoot } from './field-foot.tsx';
import { FieldMap } from './field-map.tsx';
import { FieldTable } from './field-table.tsx';
import heard from '../_controls/heard.module.css';
import styles from './field.module.css';
import { LensBar } from './lens-bar.tsx';
import { shownPart } from './shown-part.ts';
import { useFollowScene } from './use-follow-scene.ts';
import { useFieldModel } from './use-field-model.ts';

/** The field as a map or, the same content, as a table. */
export function FieldPlace() {
  const t = useTranslations('field');
  const [window, setWindow] = useState<Box | null>(null);
  const { view, model: whole, isEarlier, hidden, off, lens, pending } = useFieldModel(window);
  useFollowScene(view.data, isEarlier);
  const { veiled, folded } = useMarks();
  const model = useMemo(() => whole && shownPart(whole, { veiled, folded }), [whole, veiled, folded]);
  const [controller, setController] = useState<FieldController | null>(null);
  /** the map takes the keys that the table had */
  const [isFocused, setFocused] = useState(false);
  const [state, setState] = useFieldState();
  const [scene] = useSelectedScene();
  const { isSet } = usePeriod();
  const [dialog, setDialog] = useDialog();
  const trpc = useTRPC();
  const { data: vaults } = useQuery(trpc.vaults.list.queryOptions());
  const { data: packs } = useQuery(trpc.packs.list.queryOptions());
  const isNew = view.data === undefined && vaults?.length === 0 && packs?.length === 0;
  const { data: jobs } = useQuery(trpc.jobs.list.queryOptions());
  const isReading =
    jobs?.some((job) => isOpen(job) && (job.name === 'ingest' || job.name === 'layout')) === true;

  useEditKeys(() => (model?.axis === null ? controller?.spotAt(controller.middle()) : undefined));
  useHotkeys(
    [
      {
        hotkey: 'T',
        callback() {
          setFocused(state.table);
          void setState({ table: !state.table });
        },
      },
      {
        hotkey: 'F',
        callback() {
          if (scene === null) return;
          setFocused(state.table);
          void setState({ around: scene, region: null, table: false });
        },
      },
      { hotkey: 'P', callback: () => scene !== null && void setDialog('path') },
      { hotkey: 'V', callback: () => void setDialog('views') },
      { hotkey: 'X', callback: () => void setDialog('axis') },
      { hotkey: 'B', callback: () => void setState({ around: null, region: null }) },
    ],
    { ignoreInputs: true, enabled: dialog === null },
  );

  if (view.error)
    return (
      <div className={styles.middle}>
        <FaultPanel error={view.error} onRetry={() => void view.refetch()} />
      </div>
    );
  if (isNew || view.data?.totals.scenes === 0)
    return isReading ? <EmptyState title={t('reading')} text={t('settling')} /> : <Welcome />;
  return (
    <div className={styles.field}>
      <h1 className={heard.heard}>{t('title')}</h1>
      <LensBar view={view.data} hidden={hidden} off={off} lens={lens} model={model} controller={controller} />
      {state.table ? (
        <FieldTable model={model} />
      ) : (
        <FieldMap
          model={model}
          isSettling={view.data?.settling === true}
          isEarlier={isEarlier}
          isFocused={isFocused}
          onWindow={setWindow}
          onController={setController}
          isAll={!isSet && off.size === 0 && hidden.size === 0 && state.who === ''}
        />
      )}
      <MarksBar
        isTable={state.table}
        regionOf={(id) => whole?.nodes.find((node) => node.id === id)?.regionId ?? null}
      />
      <FieldFoot view={view.data} pending={pending} />
    </div>
  );
}
