'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';

/** The searches, or the views, that a person keeps, and what can be done with them; each act offers its undo. */
export function useKept(what: 'searches' | 'views') {
  const t = useTranslations('shell');
  const trpc = useTRPC()[what];
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const { data: kept = [] } = useQuery(trpc.list.queryOptions());

  function said(words: (name: string) => string, nameOf: (input: never) => string) {
    return {
      onSuccess({ number }: { number: number | null }, input: unknown) {
        void queryClient.invalidateQueries({ queryKey: trpc.pathKey() });
        const act = { label: t('acts.undo'), run: () => undo(number ?? undefined) };
        notices.say(words(nameOf(input as never)), number === null ? undefined : act);
      },
      onError: notices.fault,
    };
  }
  const nameById = ({ id }: { id: string }) => kept.find((one) => one.id === id)?.name ?? '';
  const named = ({ name }: { name: string }) => name;
  const keep = useMutation(trpc.keep.mutationOptions(said((name) => t('kept.saidKept', { name }), named)));
  const rename = useMutation(
    trpc.rename.mutationOptions(said((name) => t('kept.saidRenamed', { name }), named)),
  );
  const remove = useMutation(
    trpc.remove.mutationOptions(said((name) => t('kept.saidRemoved', { name }), nameById)),
  );
  return { kept, keep: keep.mutate, rename: rename.mutate, remove: remove.mutate };
}
