import { useTranslations } from 'use-intl';

/** What a reader calls a construct; one that a later version counted keeps its own name. */
export function useConstructName(): (construct: string) => string {
  const names = useTranslations('coverage.construct');
  return (construct) => (names.has(construct as 'tags') ? names(construct as 'tags') : construct);
}
