'use client';
import { useTranslations } from 'use-intl';
import type { AcceptancePreview } from '../../graph-schema/views/gap.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

/** What accepting would do to dark zones, in words: which it lights, which it brings nearer to that. */
export function useZoneFacts() {
  const t = useTranslations('review.effect');
  const { quoted } = useQuotes();
  const { count } = useMeasures();
  return (preview: AcceptancePreview | undefined): string[] => {
    if (preview === undefined) return [];
    const lit = preview.lights.map(({ name }) => quoted(name)).join(', ');
    const nearer = preview.nearer.map(({ name, before, after }) =>
      t('nearer', { name: quoted(name), before: count(before), after: count(after) }),
    );
    return [...(lit === '' ? [] : [t('lights', { names: lit })]), ...nearer];
  };
}
