'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useEditDialog } from '../_edit/use-edit-dialog.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useNotices } from './notices.tsx';
import { placeList } from './place-list.ts';
import { useUndo } from './undo.tsx';
import { useDialog, useSelectedScene, useVault } from './url-state.ts';
import { useChoices } from './use-choices.ts';
import { usePlace } from './use-place.ts';

export interface Command {
  id: string;
  label: string;
  keyCap?: string;
  run: () => void;
}

/** Starts looking for links or scenes; the job shows in the tray. */
export function usePropose() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  return useMutation(
    trpc.proposals.propose.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.jobs.list.queryKey() }),
      onError: notices.fault,
    }),
  );
}

/** All that can be done from anywhere, places first. */
export function useCommands(): { places: Command[]; commands: Command[] } {
  const t = useTranslations('shell');
  const { go } = usePlace();
  const { undo, redo } = useUndo();
  const { chooseTheme, chooseLanguage } = useChoices();
  const [, setDialog] = useDialog();
  const [vault] = useVault();
  const [scene] = useSelectedScene();
  const { mutate: propose } = usePropose();
  const { open: openEditor } = useEditDialog();
  const inVault = vault === null ? {} : { vault };
  const ofScene =
    scene === null
      ? []
      : [
          { id: 'path', keyCap: 'P', run: () => void setDialog('path') },
          { id: 'around', keyCap: 'F', run: () => go('field', { around: scene }) },
        ];
  const commands: Omit<Command, 'label'>[] = [
    ...ofScene,
    { id: 'addVault', run: () => void setDialog('folder') },
    { id: 'proposeLinks', run: () => propose({ kind: 'link', ...inVault }) },
    { id: 'proposeScenes', run: () => propose({ kind: 'scene', ...inVault }) },
    { id: 'views', keyCap: 'V', run: () => void setDialog('views') },
    { id: 'newScene', keyCap: 'N', run: () => openEditor('write') },
    { id: 'searches', run: () => void setDialog('searches') },
    { id: 'axis', keyCap: 'X', run: () => void setDialog('axis') },
    { id: 'additions', run: () => void setDialog('additions') },
    { id: 'undo', keyCap: 'Ctrl Z', run: () => undo() },
    { id: 'redo', keyCap: 'Ctrl Shift Z', run: () => redo() },
    { id: 'table', keyCap: 'T', run: () => go('field', { table: 'true' }) },
    { id: 'fit', keyCap: '0', run: () => go('field') },
    { id: 'light', run: () => chooseTheme('light') },
    { id: 'dark', run: () => chooseTheme('dark') },
    { id: 'system', run: () => chooseTheme('system') },
    { id: 'russian', run: () => chooseLanguage('ru') },
    { id: 'english', run: () => chooseLanguage('en') },
    { id: 'keys', keyCap: '?', run: () => void setDialog('keys') },
  ];
  return {
    places: placeList.map(({ place, key }) => ({
      id: place,
      label: t(`places.${place}`),
      keyCap: key,
      run: () => go(place),
    })),
    commands: commands.map((command) => ({
      ...command,
      label: t(`commands.${command.id as 'undo'}`),
    })),
  };
}
