'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { KeyCap } from '../_controls/key-cap.tsx';
import { FarPlaces } from './far-places.tsx';
import { JobTray } from './job-tray.tsx';
import { Presence } from './presence.tsx';
import styles from './top-bar.module.css';
import { useDialog } from './url-state.ts';
import { usePlace } from './use-place.ts';
import { VaultSwitch } from './vault-switch.tsx';

export function TopBar() {
  const t = useTranslations('shell');
  const [, setDialog] = useDialog();
  const { place } = usePlace();
  return (
    <header className={styles.bar}>
      <span className={styles.title}>{place && t(`places.${place}`)}</span>
      <VaultSwitch />
      <button
        type="button"
        className={styles.search}
        aria-keyshortcuts="Control+K"
        aria-label={t('search.prompt')}
        onClick={() => void setDialog('search')}
      >
        <Search size={17} strokeWidth={1.75} aria-hidden />
        <span className={styles.prompt}>{t('search.prompt')}</span>
        <KeyCap>Ctrl K</KeyCap>
      </button>
      <span className={styles.gap} />
      <FarPlaces />
      <Presence />
      <JobTray />
    </header>
  );
}
