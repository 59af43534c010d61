'use client';
import { Popover } from '@base-ui/react/popover';
import { Eye, EyeOff, Focus, Palette } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import { Button } from '../_controls/button.tsx';
import heard from '../_controls/heard.module.css';
import chip from '../_controls/chip.module.css';
import { IconButton } from '../_controls/icon-button.tsx';
import menu from '../_controls/menu.module.css';
import { RegionDot } from '../_controls/region-dot.tsx';
import { useCamera, useFieldState } from '../_shell/url-state.ts';
import styles from './legend.module.css';
import { LensLegend, type LensState } from './lens/lens-legend.tsx';

interface Props {
  view: FieldView | undefined;
  hidden: ReadonlySet<string>;
  lens: LensState;
}

/** Up and down go from name to name: Tab stops at each eye, too. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement) === true);
  rows[at + step]?.focus();
}

/** What colours and sizes say, and the regions by name and hue; whatever is listed can be hidden or be the only one. */
export function Legend({ view, hidden, lens }: Props) {
  const t = useTranslations('field');
  const tl = useTranslations('lens');
  const [, setState] = useFieldState();
  const [, setCamera] = useCamera();
  const [isOpen, setOpen] = useState(false);
  const regions = [...(view?.regions ?? [])].sort((a, b) => b.scenes - a.scenes);

  function toggle(id: string) {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    void setState({ hide: [...next].join(',') });
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className={chip.chip} aria-pressed={hidden.size > 0}>
        <Palette size={15} strokeWidth={1.75} aria-hidden />
        {hidden.size === 0
          ? lens.colour?.lens === 'region'
            ? t('legend')
            : tl('legend')
          : [...hidden].every((key) => !key.includes('='))
            ? t('hiddenRegions', { count: hidden.size })
            : tl('hidden', { count: hidden.size })}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} sideOffset={8} align="start">
          <Popover.Popup className={[menu.popup, styles.popup].join(' ')}>
            <Popover.Title className={heard.heard}>{tl('legend')}</Popover.Title>
            <LensLegend regions={view?.regions ?? []} hidden={hidden} lens={lens} />
            <h3 className={menu.label}>{t('legend')}</h3>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows go from row to row; each row is a button */}
            <ul aria-label={t('legend')} onKeyDown={walkRows}>
              {regions.map(({ id, name, hue, scenes }) => (
                <li key={id} className={styles.row} data-hidden={hidden.has(id)}>
                  <button
                    type="button"
                    className={styles.name}
                    data-row
                    aria-label={t('onlyRegion') + ': ' + name}
                    onClick={() => {
                      setOpen(false);
                      void setCamera(null);
                      void setState({ region: id, around: null });
                    }}
                  >
                    <RegionDot hue={hue} />
                    <span className={styles.words}>{name}</span>
                    <span className={menu.faint}>{scenes}</span>
                    <Focus size={14} aria-hidden className={styles.focus} />
                  </button>
                  <IconButton
                    label={hidden.has(id) ? t('showRegion', { name }) : t('hideRegion', { name })}
                    icon={hidden.has(id) ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
                    onClick={() => toggle(id)}
                  />
                </li>
              ))}
            </ul>
            {hidden.size > 0 && (
              <Button look="quiet" onClick={() => void setState({ hide: '' })}>
                {t('showAll')}
              </Button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
