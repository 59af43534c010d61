'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AdditionsDialog } from '../_additions/additions-dialog.tsx';
import { AxisDialog } from '../_axis/axis-dialog.tsx';
import { SearchesDialog } from '../_kept/searches-dialog.tsx';
import { ViewsDialog } from '../_views/views-dialog.tsx';
import { ActsMenuProvider } from '../_edit/acts-menu.tsx';
import { EditDialogs } from '../_edit/edit-dialogs.tsx';
import { PathDialog } from '../_path/path-dialog.tsx';
import { FolderDialog } from '../_start/folder-dialog.tsx';
import { StartGate } from '../_start/start-gate.tsx';
import { Inspector } from '../_scene/inspector.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { FrameKeys } from './frame-keys.tsx';
import styles from './frame.module.css';
import { KeysDialog } from './keys-dialog.tsx';
import { Notices } from './notices.tsx';
import { Palette } from './palette.tsx';
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
          <Palette />
          <FolderDialog />
          <SearchesDialog />
          <ViewsDialog />
          <AdditionsDialog />
          <PathDialog />
          <AxisDialog />
          <EditDialogs />
          <KeysDialog />
          <FrameKeys />
        </StartGate>
        <StageNotes />
        <Notices />
      </UndoProvider>
    </Tooltip.Provider>
  );
}
