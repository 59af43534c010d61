'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useDeferredValue, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import menu from '../_controls/menu.module.css';
import { OfferedScene } from '../_scene/offered-scene.tsx';
import palette from '../_shell/palette.module.css';
import { useTRPC } from '../_trpc/client.ts';
import styles from './axis.module.css';

/** A pole as it is being chosen: words, until they are a scene's title chosen from the list. */
export interface PoleDraft {
  text: string;
  sceneId: string | null;
}

interface Props {
  label: string;
  pole: PoleDraft;
  field?: RefObject<HTMLInputElement | null>;
  onPole: (pole: PoleDraft) => void;
}

/** One end of an axis: free words, or a scene of those that are called so. */
export function PoleField({ label, pole, field, onPole }: Props) {
  const t = useTranslations('axis');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const asked = useDeferredValue(pole.text.trim());
  const found = useQuery(
    useTRPC().field.suggest.queryOptions(
      { text: asked, limit: 6 },
      { enabled: asked !== '' && pole.sceneId === null, placeholderData: keepPreviousData },
    ),
  );
  const items =
    asked === '' || pole.sceneId !== null
      ? []
      : (found.data ?? []).filter(({ state }) => state === 'present');
  const kind = pole.sceneId !== null ? 'asScene' : asked === '' ? 'asNothing' : 'asWords';
  return (
    <div className={styles.pole}>
      <Autocomplete.Root
        mode="none"
        // a list of nothing would hide the rest of the dialog from a screen reader
        open={isOpen && items.length > 0}
        onOpenChange={setOpen}
        items={items}
        value={pole.text}
        onValueChange={(text, details) => {
          if (details.reason === 'input-change' || details.reason === 'input-clear')
            onPole({ text, sceneId: null });
        }}
      >
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <Autocomplete.Input
          {...(field && { ref: field })}
          id={id}
          className={styles.input}
          placeholder={t('prompt')}
          maxLength={200}
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner className={styles.positioner} sideOffset={4} align="start">
            <Autocomplete.Popup className={[menu.popup, styles.popup].join(' ')}>
              <div className={menu.label}>{t('scenes')}</div>
              <Autocomplete.List>
                {(item: (typeof items)[number]) => (
                  <Autocomplete.Item
                    key={item.id}
                    value={item}
                    className={palette.item}
                    onClick={() => onPole({ text: item.title, sceneId: item.id })}
                  >
                    <OfferedScene title={item.title} path={item.path} />
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
      <p className={styles.kind} aria-live="polite">
        {t(kind)}
      </p>
    </div>
  );
}
