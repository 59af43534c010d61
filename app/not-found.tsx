'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { EmptyState } from './_controls/empty-state.tsx';

export default function NotFound() {
  const t = useTranslations('shell.notFound');
  return (
    <EmptyState title={t('title')} text={t('text')}>
      <Link href="/field">{t('go')}</Link>
    </EmptyState>
  );
}
