'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RegionView } from '../../graph-schema/views/region-view.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './region.module.css';

/** The region's name is a person's to change; a name of theirs stays. */
export function RegionName({ region: { id, name } }: { region: RegionView }) {
  const t = useTranslations('region');
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useMutation(
    trpc.field.renameRegion.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.field.pathKey() }),
      onError: notices.fault,
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const next = typed?.trim() ?? '';
    setTyped(null);
    if (next === '' || next === name) return;
    const back = () =>
      rename.mutate({ id, name }, { onSuccess: () => notices.say(t('renamedBack', { name })) });
    rename.mutate(
      { id, name: next },
      { onSuccess: () => notices.say(t('renamed', { name: next }), { label: ts('undo'), run: back }) },
    );
  }

  if (typed === null)
    return (
      <Button look="quiet" className={styles.rename} onClick={() => setTyped(name)}>
        <Pencil size={15} strokeWidth={1.75} aria-hidden />
        {t('rename')}
      </Button>
    );
  return (
    <form className={styles.line} onSubmit={submit}>
      <input
        className={styles.input}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
        autoFocus
        aria-label={t('newName')}
        value={typed}
        maxLength={80}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
      <Button look="main" type="submit">
        {t('save')}
      </Button>
    </form>
  );
}
