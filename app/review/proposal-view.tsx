'use client';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { DraftView } from './draft-view.tsx';
import { LinkView } from './link-view.tsx';
import { NamesView } from './names-view.tsx';

/** The proposal on the table, as its kind is shown. */
export function ProposalView({ proposal }: { proposal: Proposal }) {
  const { kind } = proposal;
  switch (kind) {
    case 'scene':
      return <DraftView proposal={proposal} />;
    case 'concept':
    case 'merge':
    case 'split':
      return <NamesView proposal={{ ...proposal, kind }} />;
    case 'link':
    case 'relation':
    case 'answer':
    case 'contradiction':
      return <LinkView proposal={proposal} />;
  }
}
