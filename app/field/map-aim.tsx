'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { KeyCap } from '../_controls/key-cap.tsx';
import type { Aim, FieldController } from './field-controller.ts';
import styles from './map-aim.module.css';

/** For a hand on the keys: a cross in the middle, and the name of what Enter opens there. `within`: the region that is open already. */
export function MapAim({ controller, within }: { controller: FieldController; within: string | null }) {
  const t = useTranslations('field.aim');
  const [aim, setAim] = useState<Aim | null>(null);
  useEffect(() => {
    const look = () => {
      const next = controller.aim(within);
      setAim((known) => (known?.id === next?.id ? known : next));
    };
    look();
    return controller.onFrame(look);
  }, [controller, within]);
  return (
    <>
      <span className={styles.cross} aria-hidden />
      <output className={styles.said}>
        {aim === null ? (
          t('nothing')
        ) : (
          <>
            <KeyCap>Enter</KeyCap>
            <span className={styles.title} dir="auto">
              {t(aim.of, { title: aim.title })}
            </span>
          </>
        )}
        <span className={styles.rest}>
          <KeyCap>?</KeyCap> {t('keys')}
        </span>
      </output>
    </>
  );
}
