'use client';
import { Toast } from '@base-ui/react/toast';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';

/** What the start put aside, and where: told once a window, and stays until it is closed. */
export function StageNotes() {
  const { data: stages } = useQuery(useTRPC().start.stages.queryOptions());
  const { add } = Toast.useToastManager();
  useEffect(() => {
    for (const { name, note } of stages ?? []) {
      if (note === undefined || (name !== 'migrations' && name !== 'settings')) continue;
      const key = `scenefield.told.${note}`;
      if (sessionStorage.getItem(key) !== null) continue;
      sessionStorage.setItem(key, 'yes');
      add({ id: key, title: <Aside what={name} />, description: note, timeout: 0 });
    }
  }, [stages, add]);
  return null;
}

/** Worded where it is shown: the language may be taken from the home a moment later. */
function Aside({ what }: { what: 'migrations' | 'settings' }) {
  return useTranslations('start.aside')(what);
}
