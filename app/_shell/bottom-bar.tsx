'use client';
import { Menu } from '@base-ui/react/menu';
import { Menu as MenuSign } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import menu from '../_controls/menu.module.css';
import styles from './bottom-bar.module.css';
import { placeList } from './place-list.ts';
import { usePlaceCounts } from './rail.tsx';
import { usePlace } from './use-place.ts';
import { useRested } from './use-rested.ts';

/** Places that stand in the bar of a phone; the others are behind the last button. */
const inBar = 4;

export function BottomBar() {
  const t = useTranslations('shell.places');
  const { place, addressOf, go } = usePlace();
  const isRested = useRested();
  const counts = usePlaceCounts();
  const rest = placeList.slice(inBar);
  return (
    <nav className={styles.bar} aria-label={t('label')}>
      {placeList.slice(0, inBar).map(({ place: one, icon: Icon }) => (
        <Link
          prefetch={isRested ? null : false}
          key={one}
          href={addressOf(one)}
          className={styles.item}
          aria-current={one === place ? 'page' : undefined}
        >
          <span className={styles.sign}>
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            {counts[one] !== undefined && <span className={styles.count}>{counts[one]}</span>}
          </span>
          {t(one)}
        </Link>
      ))}
      <Menu.Root>
        <Menu.Trigger className={styles.item} data-current={rest.some(({ place: one }) => one === place)}>
          <MenuSign size={20} strokeWidth={1.75} aria-hidden />
          {t('more')}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={menu.positioner} side="top" sideOffset={8} align="end">
            <Menu.Popup className={menu.popup}>
              {rest.map(({ place: one, icon: Icon }) => (
                <Menu.Item key={one} className={menu.item} onClick={() => go(one)}>
                  <Icon size={18} strokeWidth={1.75} aria-hidden />
                  {t(one)}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </nav>
  );
}
