'use client';
import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown, FolderOpen, FolderPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import chip from '../_controls/chip.module.css';
import menu from '../_controls/menu.module.css';
import styles from './vault-switch.module.css';
import { useDialog, useVault } from './url-state.ts';
import { useShowVault } from './use-show-vault.ts';
import { useVaults } from './use-vaults.ts';

/** Which vault the field shows; with one vault it just names it. */
export function VaultSwitch() {
  const t = useTranslations('shell.vaults');
  const { data: vaults } = useVaults();
  const [vault] = useVault();
  const show = useShowVault();
  const [, setDialog] = useDialog();
  const shown = vaults?.find(({ id }) => id === vault);
  const only = vaults?.length === 1 ? vaults[0] : undefined;
  const label = shown?.name ?? only?.name ?? (vaults?.length === 0 ? t('none') : t('all'));
  return (
    <Menu.Root>
      <Menu.Trigger
        className={[chip.chip, styles.trigger].join(' ')}
        aria-label={`${t('switch')}: ${label}`}
        data-loading={vaults === undefined}
      >
        <FolderOpen size={15} strokeWidth={1.75} aria-hidden />
        <span className={styles.label}>{vaults === undefined ? '…' : label}</span>
        <ChevronDown size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={6} align="start">
          <Menu.Popup className={menu.popup}>
            {vaults !== undefined && vaults.length > 1 && (
              <Menu.RadioGroup
                value={vault ?? ''}
                onValueChange={(id: string) => show(id === '' ? null : id)}
              >
                {[{ id: '', name: t('all'), scenes: null }, ...vaults].map(({ id, name, scenes }) => (
                  <Menu.RadioItem key={id} value={id} className={menu.item} closeOnClick>
                    <span className={menu.check}>
                      <Menu.RadioItemIndicator>
                        <Check size={15} aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    <span className={menu.grow}>{name}</span>
                    {scenes !== null && <span className={menu.faint}>{t('count', { count: scenes })}</span>}
                  </Menu.RadioItem>
                ))}
                <Menu.Separator className={menu.separator} />
              </Menu.RadioGroup>
            )}
            {only && (
              <div className={menu.label}>
                {only.path !== '' && `${only.path} · `}
                {t('count', { count: only.scenes })}
              </div>
            )}
            <Menu.Item className={menu.item} onClick={() => void setDialog('folder')}>
              <FolderPlus size={16} strokeWidth={1.75} aria-hidden />
              {t('add')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
