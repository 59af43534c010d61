'use client';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';

/** What a proposal is about, in a line. */
export function useProposalTitle(): (proposal: Proposal) => string {
  const t = useTranslations('review');
  return ({ kind, name, from, to, relation }) => {
    if (kind === 'scene')
      return name === null ? t('draft.title', { title: to.title }) : t('bridge.title', { title: name });
    // a link by a wrong path
    if (kind === 'merge' && from.title === to.title) return t('merge.titleSame', { to: to.title });
    if (kind === 'concept' || kind === 'merge' || kind === 'split')
      return t(`${kind}.title`, { name: name ?? '', from: from.title, to: to.title });
    return `${from.title} — ${t(`relation.${relation}`)} — ${to.title}`;
  };
}
