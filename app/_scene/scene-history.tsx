'use client';
import { Collapsible } from '@base-ui/react/collapsible';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useChangeWords } from '../_shell/use-change-words.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import card from './scene-card.module.css';
import styles from './scene-history.module.css';

/** What was decided about a scene, newest first; asked only when opened. */
export function SceneHistory({ id, label }: { id: string; label: string }) {
  const t = useTranslations('scene');
  const wordsOf = useChangeWords();
  const { when } = useMeasures();
  const [isOpen, setOpen] = useState(false);
  const history = useQuery(
    useTRPC().history.list.queryOptions({ nodeId: id, limit: 30 }, { enabled: isOpen }),
  );

  return (
    <Collapsible.Root open={isOpen} onOpenChange={setOpen}>
      <Collapsible.Trigger className={styles.trigger}>
        <ChevronRight className={styles.sign} size={15} aria-hidden />
        {label}
      </Collapsible.Trigger>
      <Collapsible.Panel>
        {history.error && <FaultPanel error={history.error} />}
        {history.data?.length === 0 && <p className={card.faint}>{t('noHistory')}</p>}
        <ul className={styles.list}>
          {history.data?.map((change) => (
            <li key={change.number} className={styles.row}>
              <span>
                {wordsOf(change)}
                {change.undone && ` (${t('undone')})`}
              </span>
              <time className={card.faint} dateTime={change.at}>
                {when(change.at)}
              </time>
            </li>
          ))}
        </ul>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
