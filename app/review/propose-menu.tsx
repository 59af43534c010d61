'use client';
import { Menu } from '@base-ui/react/menu';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ProposalKind } from '../../graph-schema/proposal.ts';
import chip from '../_controls/chip.module.css';
import menu from '../_controls/menu.module.css';
import { usePropose } from '../_shell/commands.ts';
import { useVault } from '../_shell/url-state.ts';

/** What to look for: one kind, or all. */
export function ProposeMenu() {
  const t = useTranslations('review.look');
  const [vault] = useVault();
  const { mutate: propose } = usePropose();
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
            {ProposalKind.options.map((kind) => (
              <Menu.Item key={kind} className={menu.item} onClick={() => propose({ kind, ...where })}>
                {t(`kinds.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
