'use client';
import { useTranslations } from 'use-intl';
import { relationKinds } from '../../../graph-schema/link-kinds.ts';
import { Gap } from '../../../graph-schema/views/gap.ts';

const columns = [
  'scene',
  'note',
  'kind',
  'region',
  'day',
  'links',
  'path',
  'text',
  'score',
  'title',
  'gap',
  'days',
  'from',
  'relation',
  'to',
  'probability',
  'value',
  'scenes',
  'concepts',
  'bytes',
  'digest',
] as const;

/** Names of the columns that this program makes, in words; a person's own stay as written. */
export function useColumnWords(): (column: string) => string {
  const t = useTranslations('notebook.columns');
  return (column) => {
    const known = columns.find((name) => name === column);
    return known === undefined ? column : t(known);
  };
}

const kinds = ['note', 'section', 'turn', 'written', 'draft', 'missing'] as const;

/** Values that stand for one of a few things, in words. */
export function useValueWords(): (column: string, value: string) => string {
  const t = useTranslations('notebook.kinds');
  const tg = useTranslations('notebook.gapKinds');
  const tr = useTranslations('review.relation');
  return (column, value) => {
    if (column === 'kind') {
      const kind = kinds.find((name) => name === value);
      if (kind !== undefined) return t(kind);
      const gap = Gap.shape.kind.options.find((name) => name === value);
      if (gap !== undefined) return tg(gap);
    }
    const relation = column === 'relation' ? relationKinds.find((name) => name === value) : undefined;
    return relation === undefined ? value : tr(relation);
  };
}
