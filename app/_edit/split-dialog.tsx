'use client';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EditView } from '../../graph-schema/views/edit-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { EditFrame } from './edit-frame.tsx';
import styles from './edit.module.css';
import { focusOnce } from './focus-once.ts';
import { partsOf } from './parts-of.ts';
import { useEditDialog } from './use-edit-dialog.ts';
import { useEdits } from './use-edits.ts';

/** One text becomes two, at the paragraph that the person points at. */
export function SplitDialog({ on }: { on: string }) {
  const t = useTranslations('edit');
  const scene = useQuery(useTRPC().editing.read.queryOptions({ id: on }, { staleTime: 0 }));
  if (scene.error)
    return (
      <EditFrame title={t('acts.split')}>
        <FaultPanel error={scene.error} />
      </EditFrame>
    );
  if (scene.data === undefined)
    return (
      <EditFrame title={t('acts.split')}>
        <SkeletonLines widths={[0.8, 0.6, 0.7]} />
      </EditFrame>
    );
  return <SplitForm scene={scene.data} />;
}

function SplitForm({ scene: { id, title, body, version } }: { scene: EditView }) {
  const t = useTranslations('edit');
  const { close } = useEditDialog();
  const { split } = useEdits();
  const parts = useMemo(() => partsOf(body), [body]);
  const [at, setAt] = useState(parts[0]?.at ?? 0);
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = parts.find((part) => part.at === at);
  const newTitle = typed ?? chosen?.title ?? '';
  if (parts.length === 0)
    return (
      <EditFrame title={t('split.title', { title })}>
        <p>{t('split.tooShort')}</p>
      </EditFrame>
    );

  function act(event: FormEvent) {
    event.preventDefault();
    if (newTitle.trim() !== '') split.mutate({ id, version, at, title: newTitle }, { onSuccess: close });
  }

  return (
    <EditFrame title={t('split.title', { title })} lead={t('split.lead')}>
      <form className={styles.form} onSubmit={act}>
        <fieldset className={styles.places}>
          <legend className={styles.label}>{t('split.at')}</legend>
          {parts.map((part, index) => (
            <label key={part.at} className={styles.kind} dir="auto">
              <input
                type="radio"
                name="at"
                checked={part.at === at}
                ref={index === 0 ? focusOnce : undefined}
                onChange={() => setAt(part.at)}
              />
              {part.begins}
            </label>
          ))}
        </fieldset>
        <label className={styles.field}>
          <span className={styles.label}>{t('split.newTitle')}</span>
          <input
            className={styles.input}
            dir="auto"
            required
            value={newTitle}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <div className={styles.acts}>
          <Button type="submit" look="main" size="large" disabled={split.isPending}>
            {split.isPending ? t('scene.saving') : t('split.act')}
          </Button>
        </div>
      </form>
    </EditFrame>
  );
}
