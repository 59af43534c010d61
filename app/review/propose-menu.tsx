'use client';
import { Menu } from '@base-ui/react/menu';
import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { offByDefault } from '../../graph-schema/kind-figures.ts';
import { ProposalKind } from '../../graph-schema/proposal.ts';
import chip from '../_controls/chip.module.css';
import menu from '../_controls/menu.module.css';
import { usePropose } from '../_shell/commands.ts';
import { useVault } from '../_shell/url-state.ts';
import styles from './propose-menu.module.css';

/** What to look for: one kind, or all that are good enough unasked. A kind that is not says how often it was right. */
export function ProposeMenu() {
  const t = useTranslations('review.look');
  const [vault] = useVault();
  const { mutate: propose } = usePropose();
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent' });
  const where = vault === null ? {} : { vault };
  return (
    <Menu.Root>
      <Menu.Trigger className={chip.chip} aria-label={t('label')}>
        <Search size={14} aria-hidden />
        {t('act')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={8} align="end">
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={() => propose(where)}>
              {t('all')}
            </Menu.Item>
            <Menu.Separator className={menu.separator} />
            {ProposalKind.options.map((kind) => {
              const figures = offByDefault[kind];
              return (
                <Menu.Item key={kind} className={menu.item} onClick={() => propose({ kind, ...where })}>
                  <span className={styles.words}>
                    {t(`kinds.${kind}`)}
                    {figures && (
                      <span className={styles.off}>
                        {t('off', {
                          precision: percent.format(figures.precision),
                          wanted: percent.format(figures.wanted),
                        })}
                      </span>
                    )}
                  </span>
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
