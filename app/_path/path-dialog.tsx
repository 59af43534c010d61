'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import dialog from '../_shell/dialog.module.css';
import palette from '../_shell/palette.module.css';
import { useDialog, useSelectedScene } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { usePaths } from './use-paths.ts';

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
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const { stops, isAsked, connect } = usePaths();
  const asked = text.trim();
  const found = useQuery(
    trpc.field.suggest.queryOptions(
      { text: asked, limit: 12 },
      { enabled: asked !== '', placeholderData: keepPreviousData },
    ),
  );
  const items = asked === '' ? [] : (found.data ?? []).filter(({ id }) => id !== scene);
  // from the end of a path that is there it goes on
  const from = isAsked && stops.includes(scene) ? stops : [scene];
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={items}
      value={text}
      onValueChange={(value, details) => {
        if (details.reason === 'input-change' || details.reason === 'input-clear') setText(value);
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className={palette.box}>
        <Route size={18} strokeWidth={1.75} aria-hidden />
        <Autocomplete.Input className={palette.input} placeholder={t('ask')} aria-label={t('ask')} />
      </div>
      <Autocomplete.Empty className={palette.empty}>{asked !== '' && t('nobody')}</Autocomplete.Empty>
      <Autocomplete.List className={palette.list}>
        {(item: (typeof items)[number]) => (
          <Autocomplete.Item
            key={item.id}
            value={item}
            className={palette.item}
            onClick={() => {
              onDone();
              connect([...from, item.id]);
            }}
          >
            <span className={palette.words}>
              <span className={palette.name}>{item.title}</span>
              {item.path !== null && <span className={palette.about}>{item.path}</span>}
            </span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <p className={palette.hint}>{t('hint')}</p>
    </Autocomplete.Root>
  );
}
