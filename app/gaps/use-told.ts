'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useTRPC } from '../_trpc/client.ts';

/** What follows an act on gaps: they are read again, and it is told in words, with its undo. */
export function useTold() {
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  return (words: () => string) => ({
    onSuccess({ number }: { number: number }) {
      void queryClient.invalidateQueries({ queryKey: trpc.field.gaps.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.gaps.pathKey() });
      notices.say(words(), { label: ts('undo'), run: () => undo(number) });
    },
    onError: notices.fault,
  });
}
