'use client';
import { Tabs } from '@base-ui/react/tabs';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import { PageColumn } from '../_controls/page-column.tsx';
import { Starters } from '../_start/starters.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { ImportedPanel } from './imported-panel.tsx';
import styles from './packs.module.css';

const tabs = ['export', 'import', 'imported', 'starters'] as const;
const panels = { export: ExportPanel, import: ImportPanel, imported: ImportedPanel, starters: Starters };
type Tab = (typeof tabs)[number];

/** What leaves and what comes in, each with a preview before anything is written. */
export function PacksPlace() {
  const t = useTranslations('packs');
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('export'));
  return (
    <PageColumn title={t('title')} lead={t('lead')}>
      <Tabs.Root value={tab} onValueChange={(value: Tab) => void setTab(value)}>
        <Tabs.List className={styles.tabs}>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles.tab}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((one) => {
          const Panel = panels[one];
          return (
            <Tabs.Panel key={one} value={one} className={styles.panel}>
              <Panel />
            </Tabs.Panel>
          );
        })}
      </Tabs.Root>
    </PageColumn>
  );
}
