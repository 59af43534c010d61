'use client';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import { toneCss } from '../lens/lens-colour.ts';
import { isGraded } from '../lens/read-lens.ts';
import { useLensWords } from '../lens/use-lens-words.ts';
import type { MapColours } from '../map-colours.ts';
import type { MapModel } from '../map-model.ts';
import type { Legend, LegendEntry } from './draw-legend.ts';

/** What a picture's legend says of what is on the map. */
export function useLegend(title: string, regions: FieldView['regions']) {
  const t = useTranslations('field');
  const tl = useTranslations('exporting.legend');
  const { classWords } = useLensWords(regions);
  const tn = useTranslations('lens');

  function ofColours({ colour }: MapModel, colours: MapColours): LegendEntry[] {
    return colour.classes.map((one) => ({
      look: 'dot',
      colour: colours.css(toneCss(one.tone)),
      words: classWords(colour.lens, one),
    }));
  }

  function ofSizes({ size }: MapModel): string {
    return tn(isGraded(size.lens) ? 'bySize.graded' : 'bySize.classes', { by: tn(`by.${size.lens}`) });
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
    counts: `${tl('counts', { scenes: model.nodes.length, links: model.edges.length })}${
      model.size.lens === 'degree' ? '' : ` · ${ofSizes(model)}`
    }`,
    entries: [...ofColours(model, colours), ...ofMarks(model, colours)],
  });
}
