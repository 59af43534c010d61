'use client';
import { useTranslations } from 'use-intl';

/** A signal's name in words. */
export function useSignalName(): (name: string) => string {
  const t = useTranslations('proposals.signals');
  const other = useTranslations('review');
  return (name) => {
    const key = name as 'anchor';
    return t.has(key) ? t(key) : other('otherSignal', { name });
  };
}
