'use client';
import { useTranslations } from 'use-intl';
import { FarChip } from './far-chip.tsx';
import { useFarGraph } from './use-far-graph.ts';
import { useFarModels } from './use-far-models.ts';

/** Says where the field is kept and where models read it, when that is not this computer. */
export function FarPlaces() {
  const t = useTranslations('shell');
  const graph = useFarGraph();
  const models = [...new Set(useFarModels().map(({ place }) => place))];
  return (
    <>
      {graph !== null && <FarChip place={graph} words={t('graph.far', { place: graph })} />}
      {models.map((place) => (
        <FarChip key={place} place={place} words={t('model.far', { place })} />
      ))}
    </>
  );
}
