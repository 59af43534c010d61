'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotices } from '../../_shell/notices.tsx';
import { useTRPC } from '../../_trpc/client.ts';

/** One talk and what can be done in it. `id` '': nothing was asked yet. */
export function useTalk(id: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const talk = useQuery(trpc.conversation.read.queryOptions({ id }, { enabled: id !== '' }));
  const reread = () => queryClient.invalidateQueries({ queryKey: trpc.conversation.pathKey() });
  const kept = { onSuccess: reread, onError: notices.fault };
  const prepare = useMutation(trpc.conversation.prepare.mutationOptions());
  const ask = useMutation(trpc.conversation.ask.mutationOptions(kept));
  const again = useMutation(trpc.conversation.again.mutationOptions(kept));
  const stop = useMutation(trpc.conversation.stop.mutationOptions(kept));
  return { talk, prepare, ask, again, stop };
}
