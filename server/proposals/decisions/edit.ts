import { AppError } from '../../../graph-schema/app-error.ts';
import type { RelationKind } from '../../../graph-schema/link-kinds.ts';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import { commitChange } from '../../changes/commit-change.ts';
import type { Step } from '../../changes/steps.ts';
import type { ProposalDeps } from '../deps.ts';
import { readOne } from '../queue/read-proposals.ts';
import { readOpen } from './decide.ts';

export interface EditInput {
  id: string;
  relation?: RelationKind | undefined;
  /** the other way round */
  turn?: boolean | undefined;
}

/** Gives a link that waits another relation or direction. @throws AppError not_found, already_decided, bad_input (only a link has either) */
export async function editProposal({ graph, events }: ProposalDeps, input: EditInput): Promise<Proposal> {
  const { number, proposal } = await graph.write(async (tx) => {
    const before = await readOpen(tx, input.id);
    if (before.kind !== 'link' && before.kind !== 'relation')
      throw new AppError('bad_input', { values: { field: 'id', kind: before.kind } });
    const number = await commitChange(tx, {
      kind: 'edit',
      values: { from: before.from.title, to: before.to.title, relation: input.relation ?? before.relation },
      steps: editSteps(before, input),
    });
    return { number, proposal: await readOne(tx, input.id) };
  });
  events?.publish({ type: 'change', number, kind: 'edit' });
  events?.publish({ type: 'proposals' });
  return proposal;
}

function editSteps(before: Proposal, { relation, turn }: EditInput): Step[] {
  const node = { label: 'Proposal' as const, id: before.id };
  const steps: Step[] = [];
  if (relation !== undefined && relation !== before.relation) {
    // a relation that the person chose is not the one that the cue named
    steps.push({ type: 'set', node, after: { relation, cueStart: null, cueEnd: null, editedBy: 'person' } });
  }
  if (turn === true) {
    const other = before.evidence.map(({ side }) => (side === 'from' ? 'to' : 'from'));
    steps.push(
      {
        type: 'set',
        node,
        after: { fromId: before.to.id, toId: before.from.id, evidenceSides: other, editedBy: 'person' },
      },
      ...join('part', node, { from: before.from.id, to: before.to.id }),
      ...join('join', node, { from: before.to.id, to: before.from.id }),
    );
  }
  return steps;
}

function join(
  type: 'join' | 'part',
  from: { label: 'Proposal'; id: string },
  ends: { from: string; to: string },
): Step[] {
  return [
    { type, join: { type: 'FROM_NODE', from, to: { label: 'Scene', id: ends.from } } },
    { type, join: { type: 'TO_NODE', from, to: { label: 'Scene', id: ends.to } } },
  ];
}
