'use client';
import { useTranslations } from 'use-intl';
import { kindHues, type MapColours } from '../map-colours.ts';
import type { MapModel } from '../map-model.ts';
import type { Legend, LegendEntry } from './draw-legend.ts';

/** What a picture's legend says of what is on the map. */
export function useLegend(title: string) {
  const t = useTranslations('field');
  const tl = useTranslations('exporting.legend');
  const to = useTranslations('shell.origin');

  function ofColours({ colouring, nodes, regions }: MapModel, colours: MapColours): LegendEntry[] {
    switch (colouring) {
      case 'region': {
        const rows = [...regions]
          .sort((a, b) => b.scenes - a.scenes)
          .map(({ name, hue }): LegendEntry => ({ look: 'dot', colour: colours.region(hue), words: name }));
        const isOutside = nodes.some(({ regionId, state }) => regionId === null && state !== 'missing');
        return isOutside ? [...rows, { look: 'dot', colour: colours.faint, words: t('noRegion') }] : rows;
      }
      case 'kind':
        return Object.entries(kindHues)
          .filter(([kind]) => nodes.some((node) => node.kind === kind))
          .map(([kind, hue]) => ({
            look: 'dot',
            colour: colours.region(hue),
            words: t(`kind.${kind as keyof typeof kindHues}`),
          }));
      case 'origin':
        return [
          { look: 'dot', colour: colours.faint, words: to('vault') },
          { look: 'dot', colour: colours.accent, words: to('person') },
          { look: 'dot', colour: colours.model, words: to('model') },
        ];
      case 'degree':
        return [
          { look: 'dot', colour: colours.byDegree(0), words: tl('few') },
          { look: 'dot', colour: colours.byDegree(1), words: tl('many') },
        ];
    }
  }

  function ofMarks({ nodes, edges, ghosts }: MapModel, colours: MapColours): LegendEntry[] {
    const isAdded = edges.some(({ origins }) => !origins.includes('vault'));
    return [
      ...(nodes.some(({ state }) => state === 'missing')
        ? [{ look: 'hollow' as const, colour: colours.faint, words: t('state.missing') }]
        : []),
      ...(isAdded ? [{ look: 'line' as const, colour: colours.accent, words: tl('added') }] : []),
      ...(ghosts.length > 0
        ? [{ look: 'dashes' as const, colour: colours.model, words: tl('proposed') }]
        : []),
    ];
  }

  return (model: MapModel, colours: MapColours): Legend => ({
    title,
    counts: tl('counts', { scenes: model.nodes.length, links: model.edges.length }),
    entries: [...ofColours(model, colours), ...ofMarks(model, colours)],
  });
}
