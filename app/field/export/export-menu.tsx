'use client';
import { Menu } from '@base-ui/react/menu';
import { Check, Download, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import type { ExportFormatName } from '../../../graph-schema/views/export-view.ts';
import chip from '../../_controls/chip.module.css';
import menu from '../../_controls/menu.module.css';
import { useNotices } from '../../_shell/notices.tsx';
import { useDialog } from '../../_shell/url-state.ts';
import { usePlace } from '../../_shell/use-place.ts';
import type { FieldController } from '../field-controller.ts';
import type { MapModel } from '../map-model.ts';
import { useSavePicture } from '../picture/use-save-picture.ts';
import styles from './export-menu.module.css';
import { type ExportChoice, useExportChoices } from './use-export-choices.ts';
import { useExport } from './use-export.ts';

interface Props {
  view: FieldView | undefined;
  model: MapModel | undefined;
  /** null: the field is shown as a table */
  controller: FieldController | null;
}

const programs = ['html', 'graphml', 'gexf', 'canvas', 'csv', 'markdown', 'cypher'] as const;

/** Takes a part of the field along: as a picture, for another program, for the notes' own vault. */
export function ExportMenu({ view, model, controller }: Props) {
  const t = useTranslations('exporting');
  const notices = useNotices();
  const choices = useExportChoices(view, model);
  const [what, setWhat] = useState<ExportChoice['what']>('view');
  const [, setDialog] = useDialog();
  const { go } = usePlace();
  const { isBusy, progress, start, cancel } = useExport();
  const savePicture = useSavePicture(view, controller);
  const choice = choices.find((one) => one.what === what) ?? choices[0];

  function take(format: ExportFormatName) {
    if (choice?.selection) start(format, choice.selection);
    else notices.say(t('empty'));
  }

  if (isBusy)
    return (
      <button type="button" className={chip.chip} aria-label={t('cancel')} onClick={cancel}>
        <output>{progress === null ? t('running') : t('runningShare', { share: progress })}</output>
        <X size={15} strokeWidth={1.75} aria-hidden />
      </button>
    );
  return (
    <Menu.Root>
      <Menu.Trigger className={chip.chip}>
        <Download size={15} strokeWidth={1.75} aria-hidden />
        {t('menu')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={8} align="start">
          <Menu.Popup className={[menu.popup, styles.popup].join(' ')}>
            {controller !== null && (
              <Menu.Group>
                <Menu.GroupLabel className={menu.label}>{t('picture')}</Menu.GroupLabel>
                {(['png', 'svg'] as const).map((kind) => (
                  <Row
                    key={kind}
                    words={t(`pictureOf.${kind}`)}
                    about={t(`pictureFor.${kind}`)}
                    onClick={() => savePicture(kind)}
                  />
                ))}
              </Menu.Group>
            )}
            <Menu.Group>
              <Menu.GroupLabel className={menu.label}>{t('programs')}</Menu.GroupLabel>
              <Menu.RadioGroup
                aria-label={t('what')}
                className={styles.choices}
                value={choice?.what}
                onValueChange={(next: ExportChoice['what']) => setWhat(next)}
              >
                {choices.map((one) => (
                  <Menu.RadioItem key={one.what} value={one.what} className={menu.item}>
                    <span className={menu.check}>
                      <Menu.RadioItemIndicator>
                        <Check size={15} aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    <span className={styles.words}>{one.words}</span>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              {programs.map((format) => (
                <Row
                  key={format}
                  words={t(`format.${format}`)}
                  about={t(`opens.${format}`)}
                  onClick={() => take(format)}
                />
              ))}
            </Menu.Group>
            <Menu.Separator className={menu.separator} />
            <Row words={t('pack')} onClick={() => go('packs', { tab: 'export' })} />
            <Row words={t('forVault')} onClick={() => void setDialog('additions')} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Row({ words, about, onClick }: { words: string; about?: string; onClick: () => void }) {
  return (
    <Menu.Item className={menu.item} onClick={onClick}>
      <span className={menu.grow}>{words}</span>
      {about !== undefined && <span className={menu.faint}>{about}</span>}
    </Menu.Item>
  );
}
