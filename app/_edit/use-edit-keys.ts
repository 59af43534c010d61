'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Spot } from '../../graph-schema/views/edit-view.ts';
import { useNotices } from '../_shell/notices.tsx';
import { useDialog, useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useEditDialog } from './use-edit-dialog.ts';
import { useMarks } from './use-marks.ts';
import { useSight } from './use-sight.ts';

/** Editing by keyboard, on the map and in the table: of what is marked, else of the scene that is open. `spotOf`: where a new scene is to lie. */
export function useEditKeys(spotOf: () => Spot | undefined): void {
  const t = useTranslations('edit.said');
  const notices = useNotices();
  const [dialog] = useDialog();
  const [scene] = useSelectedScene();
  const { open } = useEditDialog();
  const { marked, toggleMarked } = useMarks();
  const sight = useSight();
  const { data } = useQuery(
    useTRPC().editing.read.queryOptions({ id: scene ?? '-' }, { enabled: scene !== null, retry: false }),
  );
  const withScene = (act: (id: string) => void) => () => {
    if (scene === null) notices.say(t('choose'));
    else act(scene);
  };
  const isMany = marked.length > 1;

  useHotkeys(
    [
      {
        hotkey: 'L',
        callback: isMany
          ? () => open('link', { on: marked[0] ?? '', to: marked.slice(1) })
          : withScene((id) => open('link', { on: id })),
      },
      { hotkey: 'N', callback: () => open('write', { spot: spotOf() }) },
      {
        hotkey: 'E',
        callback: withScene((id) => {
          if (data?.isOwn === true) open('write', { on: id });
          else if (data?.state === 'missing') open('write', { to: [data.title] });
        }),
      },
      { hotkey: 'M', callback: withScene(toggleMarked) },
      {
        hotkey: 'H',
        callback: marked.length > 0 ? () => sight.hide(marked) : withScene((id) => sight.hide([id])),
      },
    ],
    { ignoreInputs: true, enabled: dialog === null },
  );
}
