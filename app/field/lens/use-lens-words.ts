'use client';
import { useTranslations } from 'use-intl';
import type { FieldRegion, FieldNode } from '../../../graph-schema/views/field-view.ts';
import { useAxis } from '../../_axis/use-axis.ts';
import type { Lens } from '../../_shell/url-state.ts';
import { useVaults } from '../../_shell/use-vaults.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import type { LensClass } from './read-lens.ts';

/** Classes and values of lenses in words. */
export function useLensWords(regions: readonly Pick<FieldRegion, 'id' | 'name'>[]) {
  const t = useTranslations('lens');
  const tk = useTranslations('field.kind');
  const to = useTranslations('shell.origin');
  const { count, decimal, day } = useMeasures();
  const { data: vaults = [] } = useVaults();
  const { axis } = useAxis();
  const [first, second] = axis.data?.names ?? ['', ''];

  /** A figure of a graded lens. */
  function value(lens: Lens, figure: number | string | null): string {
    if (figure === null) return '';
    if (typeof figure === 'string') return day(figure);
    if (lens === 'degree') return count(figure);
    if (lens === 'axis') return decimal(figure);
    return t('percent', { share: decimal(100 * figure) });
  }

  function named(lens: Lens, key: string): string {
    if (key === 'none') return t(`without.${lens}`);
    switch (lens) {
      case 'region':
        return regions.find(({ id }) => id === key)?.name ?? '…';
      case 'kind':
        return tk(key as FieldNode['kind']);
      case 'origin':
        return to(key as FieldNode['origin']);
      case 'vault':
        return key === 'others' ? t('others') : (vaults.find(({ id }) => id === key)?.name ?? '…');
      default:
        return key === 'others' ? t('others') : key;
    }
  }

  function ranged(lens: Lens, { key, range }: LensClass): string {
    if (range === null) return named(lens, key);
    if (lens === 'axis') {
      const steps = [
        t('axis.at', { pole: first }),
        t('axis.nearer', { pole: first }),
        t('axis.between'),
        t('axis.nearer', { pole: second }),
        t('axis.at', { pole: second }),
      ];
      return steps[Number(key)] ?? '';
    }
    const [least, most] = [value(lens, range.from), value(lens, range.to)];
    return least === most ? least : t('range', { least, most });
  }

  return { value, classWords: ranged };
}
