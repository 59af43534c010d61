'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ActsMenuProvider } from '../_edit/acts-menu.tsx';
import { StartGate } from '../_start/start-gate.tsx';
import { Inspector } from '../_scene/inspector.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Dialogs } from './dialogs.tsx';
import { FrameKeys } from './frame-keys.tsx';
import styles from './frame.module.css';
import { Notices } from './notices.tsx';
import { Rail } from './rail.tsx';
import { StageNotes } from './stage-notes.tsx';
import { TopBar } from './top-bar.tsx';
import { UndoProvider } from './undo.tsx';

/** Rail, bar, place and inspector: the same around every place. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.places');
  return (
    <Tooltip.Provider delay={350}>
      <UndoProvider>
        <StartGate>
          <ActsMenuProvider>
            <div className={styles.frame}>
              <a className={styles.skip} href="#place">
                {t('skip')}
              </a>
              <Rail />
              <TopBar />
              <main id="place" className={styles.place} tabIndex={-1}>
                {children}
              </main>
              <Inspector />
              <BottomBar />
            </div>
          </ActsMenuProvider>
          <Dialogs />
          <FrameKeys />
        </StartGate>
        <StageNotes />
        <Notices />
      </UndoProvider>
    </Tooltip.Provider>
  );
}
