'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/client.ts';
import { useNotices } from './notices.tsx';

/** Holding the models' background work back, and letting it have the whole machine. */
export function useModelPace() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const options = {
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.models.presence.queryKey() }),
    onError: notices.fault,
  };
  const paused = useMutation(trpc.models.pause.mutationOptions(options));
  const hurried = useMutation(trpc.models.hurry.mutationOptions(options));
  return {
    pause: (isPaused: boolean) => paused.mutate({ paused: isPaused }),
    hurry: (isHurried: boolean) => hurried.mutate({ hurried: isHurried }),
  };
}
