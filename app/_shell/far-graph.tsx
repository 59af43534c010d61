'use client';
import { Cloud } from 'lucide-react';
import { useTranslations } from 'use-intl';
import chip from '../_controls/chip.module.css';
import { useFarGraph } from './use-far-graph.ts';

/** Says where the field is kept when that is not this computer. */
export function FarGraph() {
  const t = useTranslations('shell.graph');
  const place = useFarGraph();
  if (place === null) return null;
  return (
    <span className={chip.chip} title={t('far', { place })}>
      <Cloud size={15} strokeWidth={1.75} aria-label={t('far', { place })} />
      {place}
    </span>
  );
}
