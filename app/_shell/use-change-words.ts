'use client';
import { useTranslations } from 'use-intl';
import type { Change } from '../../graph-schema/change.ts';

const acts = [
  'link',
  'unlink',
  'write',
  'rewrite',
  'rename',
  'merge',
  'split',
  'pin',
  'unpin',
  'remove',
  'settle',
  'unsettle',
  'zone',
  'unzone',
] as const;

/** What was done by a change, and to what. */
export function useChangeWords(): (change: Pick<Change, 'kind' | 'values'> | undefined) => string {
  const t = useTranslations('scene.change');
  const te = useTranslations('edit.change');
  return (change) => {
    if (change === undefined) return '';
    const { kind, values } = change;
    // an edit says what was done
    const act = kind === 'edit' ? acts.find((name) => name === values['act']) : undefined;
    const { title } = values;
    return `${act === undefined ? t(kind) : te(act)}${typeof title === 'string' ? `: ${title}` : ''}`;
  };
}
