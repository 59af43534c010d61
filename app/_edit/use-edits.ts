'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useTRPC } from '../_trpc/client.ts';

/** Acts of editing: each says what happened, with Undo beside it; a fault says what was kept. */
export function useEdits() {
  const t = useTranslations('edit.said');
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const onSettled = () => {
    for (const queryKey of [trpc.field.pathKey(), trpc.editing.pathKey(), trpc.history.pathKey()])
      void queryClient.invalidateQueries({ queryKey });
  };
  const say = (words: string, number: number | null) => {
    if (number !== null) notices.say(words, { label: ts('undo'), run: () => undo(number) });
  };
  const saidScene = (
    { title }: { title: string },
    { number, called }: { number: number | null; called: string[] },
  ) =>
    say(
      called.length > 0 ? t('called', { title, names: called.join(', ') }) : t('written', { title }),
      number,
    );
  const shared = { onSettled, onError: notices.fault };

  return {
    draw: useMutation(trpc.editing.draw.mutationOptions(shared)),
    removeLink: useMutation(
      trpc.editing.removeLink.mutationOptions({
        ...shared,
        onSuccess: ({ number }) => say(t('unlinked'), number),
      }),
    ),
    write: useMutation(
      trpc.editing.write.mutationOptions({ ...shared, onSuccess: (done, asked) => saidScene(asked, done) }),
    ),
    // the editor itself shows what another window wrote
    rewrite: useMutation(
      trpc.editing.rewrite.mutationOptions({ onSettled, onSuccess: (done, asked) => saidScene(asked, done) }),
    ),
    remove: useMutation(trpc.editing.remove.mutationOptions(shared)),
    merge: useMutation(trpc.editing.merge.mutationOptions(shared)),
    split: useMutation(
      trpc.editing.split.mutationOptions({
        ...shared,
        onSuccess: ({ number }, { title }) => say(t('split', { title }), number),
      }),
    ),
    pin: useMutation(
      trpc.editing.pin.mutationOptions({
        ...shared,
        onSuccess: ({ number }, { pins }) =>
          say(t(pins[0]?.isPinned === true ? 'pinned' : 'unpinned'), number),
      }),
    ),
    say,
  };
}
