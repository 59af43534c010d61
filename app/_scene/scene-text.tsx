'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import { Button } from '../_controls/button.tsx';
import { useEditDialog } from '../_edit/use-edit-dialog.ts';
import { NoteText } from '../_notes/note-text.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import card from './scene-card.module.css';
import styles from './scene-text.module.css';
import { useCitedWords } from './use-cited-words.ts';

/** Longer texts begin with this many signs; the rest comes at a press. */
const firstPart = 12_000;

/** A scene's text in full; a missing one says so and can be drafted. */
export function SceneText({ scene }: { scene: SceneView }) {
  const t = useTranslations('scene');
  const { lit, box } = useCitedWords(scene);
  const [wantsAll, setWhole] = useState(false);
  const isWhole = wantsAll || lit.some(({ end }) => end > firstPart);
  if (scene.state === 'missing') return <MissingScene id={scene.id} title={scene.title} />;
  const isLong = scene.body.length > firstPart;
  const cut = isLong && !isWhole ? scene.body.lastIndexOf('\n', firstPart) : -1;
  const body =
    cut > 0 ? scene.body.slice(0, cut) : isLong && !isWhole ? scene.body.slice(0, firstPart) : scene.body;
  return (
    <div ref={box} className={styles.text}>
      {scene.state === 'gone' && <p className={card.faint}>{t('gone')}</p>}
      {scene.origin === 'model' && <p className={styles.byModel}>{t('written')}</p>}
      {body.trim() === '' ? (
        <p className={card.faint}>{t('emptyBody')}</p>
      ) : (
        <NoteText body={body} source={scene.source} lit={lit} />
      )}
      {isLong && <Button onClick={() => setWhole(!isWhole)}>{isWhole ? t('showLess') : t('showAll')}</Button>}
    </div>
  );
}

function MissingScene({ id, title }: { id: string; title: string }) {
  const t = useTranslations('scene');
  const te = useTranslations('edit.acts');
  const { open } = useEditDialog();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const draft = useMutation(
    trpc.proposals.draft.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.jobs.list.queryKey() }),
      onError: notices.fault,
    }),
  );
  return (
    <div className={styles.missing}>
      <p>{t('missing')}</p>
      <Button disabled={draft.isPending || draft.isSuccess} onClick={() => draft.mutate({ sceneId: id })}>
        <PenLine size={16} strokeWidth={1.75} aria-hidden />
        {draft.isPending || draft.isSuccess ? t('drafting') : t('draft')}
      </Button>
      <Button onClick={() => open('write', { to: [title] })}>{te('write')}</Button>
    </div>
  );
}
