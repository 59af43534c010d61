'use client';
import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Signal } from '../../graph-schema/proposal.ts';
import { useSignalName } from '../_scene/use-signal-name.ts';
import styles from './signal-bars.module.css';
import { useIsPhone } from './use-is-phone.ts';

const mostBars = 5;

/** Why: the signals that weigh most, as bars against the strongest. An order, not a probability. */
export function SignalBars({ signals }: { signals: readonly Signal[] }) {
  const t = useTranslations('review');
  const signalName = useSignalName();
  const isPhone = useIsPhone();
  const [opened, setOpened] = useState<boolean | null>(null);
  const shown = [...signals]
    .filter(({ share }) => share > 0.01)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostBars);
  const most = shown[0]?.share ?? 1;
  if (shown.length === 0) return null;
  return (
    <Collapsible.Root className={styles.root} open={opened ?? !isPhone} onOpenChange={setOpened}>
      <Collapsible.Trigger className={styles.trigger}>
        <ChevronDown className={styles.sign} size={16} aria-hidden />
        {isPhone ? t('whyShort', { count: shown.length }) : t('why')}
      </Collapsible.Trigger>
      <Collapsible.Panel>
        <dl className={styles.list} aria-label={t('signals')}>
          {shown.map(({ name, share }) => (
            <div key={name} className={styles.row}>
              <dt>{signalName(name)}</dt>
              <dd className={styles.track}>
                <span className={styles.bar} style={{ width: `${Math.round((100 * share) / most)}%` }} />
              </dd>
            </div>
          ))}
        </dl>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
