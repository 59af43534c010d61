import type { useTranslations } from 'use-intl';

/** «файлы 173, сцены 1031»: what leaves, in words. */
export function removedWords(
  t: ReturnType<typeof useTranslations<'settings'>>,
  removed: Readonly<Record<string, number>>,
): string {
  return Object.entries(removed)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => {
      const key = `removedKinds.${name}` as 'removedKinds.sources';
      return name !== 'other' && t.has(key) ? t(key, { count }) : t('removedKinds.other', { name, count });
    })
    .join(', ');
}
