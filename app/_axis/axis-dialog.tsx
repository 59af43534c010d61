'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SceneId } from '../../graph-schema/ids.ts';
import { Button } from '../_controls/button.tsx';
import { DialogHead } from '../_shell/dialog-head.tsx';
import dialog from '../_shell/dialog.module.css';
import { useDialog, useSelectedScene } from '../_shell/url-state.ts';
import { usePlace } from '../_shell/use-place.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './axis.module.css';
import { type PoleDraft, PoleField } from './pole-field.tsx';
import { readPole, writePole } from './poles.ts';
import { useAxis } from './use-axis.ts';

/** Asks for the two poles of an axis of meaning. */
export function AxisDialog() {
  const t = useTranslations('axis');
  const [open, setDialog] = useDialog();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={open === 'axis'} onOpenChange={(isOpen) => !isOpen && void setDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup} initialFocus={() => field.current ?? true}>
          <DialogHead title={t('title')} />
          <p className={dialog.text}>{t('ask')}</p>
          <Poles field={field} onDone={() => void setDialog(null)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const empty: PoleDraft = { text: '', sceneId: null };

function Poles({ field, onDone }: { field: RefObject<HTMLInputElement | null>; onDone: () => void }) {
  const t = useTranslations('axis');
  const trpc = useTRPC();
  const { left, right, axis, ask } = useAxis();
  const { place, go } = usePlace();
  const [scene] = useSelectedScene();
  const begins = left === '' && scene !== null ? `@${scene}` : left;
  const { data: first } = useQuery(
    trpc.field.scene.queryOptions(
      { id: (scene ?? '') as SceneId },
      { enabled: scene !== null && left === '' },
    ),
  );
  const [names] = [axis.data?.names];
  const draftOf = (text: string, name: string | undefined): PoleDraft => {
    const pole = readPole(text);
    if (pole === null) return empty;
    return 'sceneId' in pole
      ? { text: name ?? '…', sceneId: pole.sceneId }
      : { text: pole.words, sceneId: null };
  };
  const [typed, setTyped] = useState<{ left?: PoleDraft; right?: PoleDraft }>({});
  const poles = {
    left: typed.left ?? draftOf(begins, left === '' ? first?.title : names?.[0]),
    right: typed.right ?? draftOf(right, names?.[1]),
  };
  const textOf = ({ text, sceneId }: PoleDraft) => (sceneId === null ? text.trim() : `@${sceneId}`);
  const asked = { left: textOf(poles.left), right: textOf(poles.right) };
  const isSame = asked.left !== '' && asked.left === asked.right;
  const isReady = asked.left !== '' && asked.right !== '' && !isSame;

  function submit(event: FormEvent) {
    event.preventDefault();
    const [from, to] = [readPole(asked.left), readPole(asked.right)];
    if (!isReady || from === null || to === null) return;
    onDone();
    const next = { left: writePole(from), right: writePole(to) };
    if (place === 'field') ask(next);
    else go('field', { ...next, colour: 'axis' });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <PoleField
        label={t('left')}
        pole={poles.left}
        field={field}
        onPole={(pole) => setTyped((now) => ({ ...now, left: pole }))}
      />
      <PoleField
        label={t('right')}
        pole={poles.right}
        onPole={(pole) => setTyped((now) => ({ ...now, right: pole }))}
      />
      {isSame && <p className={styles.kind}>{t('same')}</p>}
      <Button look="main" type="submit" disabled={!isReady}>
        {t('show')}
      </Button>
    </form>
  );
}
