'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import { useNotices } from './notices.tsx';
import { useUndo } from './undo.tsx';

/** The questions that a person keeps, and what can be done with them; each act offers its undo. */
export function useKeptSearches() {
  const t = useTranslations('shell');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const { data: searches = [] } = useQuery(trpc.searches.list.queryOptions());

  function said(words: (name: string) => string, nameOf: (input: never) => string) {
    return {
      onSuccess({ number }: { number: number | null }, input: unknown) {
        void queryClient.invalidateQueries({ queryKey: trpc.searches.pathKey() });
        const act = { label: t('acts.undo'), run: () => undo(number ?? undefined) };
        notices.say(words(nameOf(input as never)), number === null ? undefined : act);
      },
      onError: notices.fault,
    };
  }
  const nameById = ({ id }: { id: string }) => searches.find((one) => one.id === id)?.name ?? '';
  const named = ({ name }: { name: string }) => name;
  const keep = useMutation(
    trpc.searches.keep.mutationOptions(said((name) => t('kept.saidKept', { name }), named)),
  );
  const rename = useMutation(
    trpc.searches.rename.mutationOptions(said((name) => t('kept.saidRenamed', { name }), named)),
  );
  const remove = useMutation(
    trpc.searches.remove.mutationOptions(said((name) => t('kept.saidRemoved', { name }), nameById)),
  );
  return { searches, keep: keep.mutate, rename: rename.mutate, remove: remove.mutate };
}
