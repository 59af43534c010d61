'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNotices } from '../_shell/notices.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';

/** Opens the scene that a link of a note names: `Folder/Note#Heading` is the note by that name. */
export function useSceneByTitle(): (target: string) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [, setScene] = useSelectedScene();
  return useCallback(
    (target: string) => {
      const title = target.split('#', 1)[0]?.split('/').at(-1)?.trim() ?? '';
      if (title === '') return;
      queryClient
        .fetchQuery(trpc.field.scene.queryOptions({ title }))
        .then(({ id }) => setScene(id))
        .catch(notices.fault);
    },
    [trpc, queryClient, notices, setScene],
  );
}
