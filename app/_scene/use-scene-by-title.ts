'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNotices } from '../_shell/notices.tsx';
import { useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';

/** Opens the scene that a link of a note names: `Folder/Note#Heading` is the note by that name, `#^UUID` the scene with that block. */
export function useSceneByTitle(): (target: string) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [, setScene] = useSelectedScene();
  return useCallback(
    (target: string) => {
      const title = target.split('#', 1)[0]?.trim() ?? '';
      const block = /^#\^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(target.trim())?.[1];
      if (title === '' && block === undefined) return;
      queryClient
        .fetchQuery(trpc.field.scene.queryOptions(block === undefined ? { title } : { block }))
        .then(({ id }) => setScene(id))
        .catch(notices.fault);
    },
    [trpc, queryClient, notices, setScene],
  );
}
