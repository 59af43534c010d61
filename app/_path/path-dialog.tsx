'use client';
import { Dialog } from '@base-ui/react/dialog';
import { Route } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ScenePicker } from '../_edit/scene-picker.tsx';
import dialog from '../_shell/dialog.module.css';
import palette from '../_shell/palette.module.css';
import { useDialog, useSelectedScene } from '../_shell/url-state.ts';
import { usePathStops } from './use-path-stops.ts';

/** Asks for the scene that the one before the person is to be connected with. */
export function PathDialog() {
  const t = useTranslations('path');
  const [open, setDialog] = useDialog();
  const [scene] = useSelectedScene();
  return (
    <Dialog.Root
      open={open === 'path' && scene !== null}
      onOpenChange={(isOpen) => !isOpen && void setDialog(null)}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={palette.popup} aria-label={t('ask')}>
          {scene !== null && <OtherScene scene={scene} onDone={() => void setDialog(null)} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function OtherScene({ scene, onDone }: { scene: string; onDone: () => void }) {
  const t = useTranslations('path');
  const { stops, isAsked, connect } = usePathStops();
  // from the end of a path that is there it goes on
  const from = isAsked && stops.includes(scene) ? stops : [scene];
  return (
    <ScenePicker
      icon={<Route size={18} strokeWidth={1.75} aria-hidden />}
      label={t('ask')}
      hint={t('hint')}
      nobody={t('nobody')}
      without={[scene]}
      onPick={({ id }) => {
        onDone();
        connect([...from, id]);
      }}
    />
  );
}
