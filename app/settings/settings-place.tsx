'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { PageColumn } from '../_controls/page-column.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { AppSection } from './app-section.tsx';
import { JudgeSection } from './judge-section.tsx';
import { LearningSection } from './learning-section.tsx';
import { ModelsSection } from './models-section.tsx';
import { Neo4jSection } from './neo4j-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { VaultsSection } from './vaults-section.tsx';
import { ViewSection } from './view-section.tsx';

/** Choices, what lies where, and the ways out. */
export function SettingsPlace() {
  const t = useTranslations('settings');
  const settings = useQuery(useTRPC().settings.read.queryOptions());
  return (
    <PageColumn title={t('title')}>
      {settings.error && <FaultPanel error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data === undefined && !settings.error && <SkeletonLines widths={[0.3, 0.8, 0.7, 0.3, 0.9]} />}
      {settings.data && (
        <>
          <ViewSection settings={settings.data} />
          <VaultsSection />
          <ModelsSection settings={settings.data} />
          <JudgeSection />
          <LearningSection />
          <Neo4jSection settings={settings.data} />
          <PrivacySection settings={settings.data} />
          <AppSection settings={settings.data} />
        </>
      )}
    </PageColumn>
  );
}
