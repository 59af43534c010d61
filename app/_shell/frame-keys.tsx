'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { usePathStops } from '../_path/use-path-stops.ts';
import { placeList } from './place-list.ts';
import { useUndo } from './undo.tsx';
import { useDialog, useFieldState, useSelectedProposal, useSelectedScene } from './url-state.ts';
import { usePlace } from './use-place.ts';

/** Keys that work in every place. None fires while typing, but those with Ctrl. */
export function FrameKeys() {
  const [dialog, setDialog] = useDialog();
  const [scene, setScene] = useSelectedScene();
  const [proposal, setProposal] = useSelectedProposal();
  const [{ region, around }, setField] = useFieldState();
  const { go, place } = usePlace();
  const { isAsked: isPath, leave: leavePath } = usePathStops();
  const { undo, redo } = useUndo();
  const isFree = dialog === null;
  const isPart = place === 'field' && (region !== null || around !== null);
  const typing = { ignoreInputs: true };

  useHotkeys([
    { hotkey: 'Mod+K', callback: () => void setDialog(dialog === 'search' ? null : 'search') },
    { hotkey: 'Mod+Z', callback: () => undo(), options: { ...typing, enabled: isFree } },
    { hotkey: 'Mod+Shift+Z', callback: () => redo(), options: { ...typing, enabled: isFree } },
    {
      hotkey: { key: '?', shift: true },
      callback: () => void setDialog('keys'),
      options: { ...typing, enabled: isFree },
    },
    {
      hotkey: 'Escape',
      callback: () => {
        if (proposal !== null) void setProposal(null);
        else if (scene !== null) void setScene(null);
        else if (isPath) leavePath();
        else void setField({ around: null, region: null });
      },
      options: {
        ...typing,
        enabled: isFree && (scene !== null || proposal !== null || isPath || isPart),
        preventDefault: false,
        stopPropagation: false,
      },
    },
    ...placeList.map(({ place, key }) => ({
      hotkey: { key },
      callback: () => go(place),
      options: { ...typing, enabled: isFree },
    })),
  ]);
  return null;
}
