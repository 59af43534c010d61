import type { LinkKind } from '../../graph-schema/link-kinds.ts';
import type { NodeRef, Properties, Step } from '../changes/steps.ts';
import { deriveId } from '../vault/ids.ts';

/** The three arrays that a link keeps its quotes in. */
export interface Quotes {
  evidencePassages: string[];
  evidenceStarts: number[];
  evidenceEnds: number[];
}

export const noQuotes: Quotes = { evidencePassages: [], evidenceStarts: [], evidenceEnds: [] };

export interface PersonLink {
  from: NodeRef;
  to: NodeRef;
  kind: LinkKind;
  quotes?: Quotes;
  reason?: string | undefined;
  /** a text of the person's own says it: with the words it goes */
  inText?: true;
}

/** A link that a person holds. */
export function holdPersonLink({ from, to, kind, quotes = noQuotes, reason, inText }: PersonLink): Step {
  const props: Properties = {
    id: deriveId('link', from.id, kind, to.id, 'person'),
    ...quotes,
    ...(reason !== undefined && { reason }),
    ...(inText !== undefined && { inText }),
  };
  return { type: 'hold_link', link: { kind, origin: 'person', from, to }, holder: 'person', props };
}

export function releasePersonLink({ from, to, kind }: Pick<PersonLink, 'from' | 'to' | 'kind'>): Step {
  return { type: 'release_link', link: { kind, origin: 'person', from, to }, holder: 'person' };
}
