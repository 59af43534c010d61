import { createHash } from 'node:crypto';
import { ProposalId } from '../../../graph-schema/ids.ts';
import type { RelationKind } from '../../../graph-schema/link-kinds.ts';
import type { ProposalKind } from '../../../graph-schema/proposal.ts';

/** A proposal as the graph holds it: evidence and signals are arrays side by side, offsets are into the passage's text. */
export interface ProposalRow {
  id: string;
  kind: ProposalKind;
  fromId: string;
  toId: string;
  relation: RelationKind;
  score: number;
  order: number;
  evidenceSides: ('from' | 'to')[];
  evidencePassages: string[];
  evidenceStarts: number[];
  evidenceEnds: number[];
  /** the quoted words and the notes, or sections, they stand in: what finds them again when their passage changes */
  evidenceTexts: string[];
  evidenceRoots: string[];
  /** place of the cue in the passage of the first evidence; null: none */
  cueStart: number | null;
  cueEnd: number | null;
  signalNames: string[];
  signalZs: number[];
  signalShares: number[];
  models: string[];
  weights: string;
  taskVersion: string;
  seed: number;
  /** what accepting makes, or the name that stays */
  name?: string;
  /** titles of the notes whose links would move */
  moves?: string[];
  /** quotes that it was rejected with and that are gone: only of one that comes back */
  returnedTexts?: string[];
  /** only for kind `scene`: a StoredDraft as JSON, and the passages that it quotes */
  draft?: string;
  draftPassages?: string[];
}

/** The same for the same kind and pair, whatever is found about it later. */
export function proposalIdOf(kind: ProposalKind, fromId: string, toId: string): ProposalId {
  const digest = createHash('sha256').update([kind, fromId, toId].join('\u0000')).digest('hex');
  return ProposalId.parse(`proposal-${digest.slice(0, 20)}`);
}
