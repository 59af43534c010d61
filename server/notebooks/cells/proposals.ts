import { ProposalsInput } from '../../../graph-schema/views/cells/proposals.ts';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import type { TableValue } from '../../../graph-schema/views/cells/table.ts';
import type { CellKind } from './cell-kind.ts';
import { findScene } from './find-place.ts';
import { scenesIn } from './scene-table.ts';
import { nameOf } from './used-names.ts';

/** Waiting ones that are looked through for the scenes of another cell. */
const mostListed = 200;

/** Some of what waits for a decision; with `ask` more is looked for first. */
export const proposals: CellKind<'proposals'> = {
  kind: 'proposals',
  schema: ProposalsInput,
  inputs: ['field'],
  words: null,
  uses: ({ from }) => nameOf(from),
  async run(input, { door, used, signal }) {
    const field = await door.field.load();
    const around = input.around.trim() === '' ? null : await findScene(door, field, input.around);
    if (around && 'problem' in around) return around;
    // only links join regions
    const kind = input.what !== 'any' ? input.what : input.across ? 'link' : undefined;
    const narrowed = {
      ...(kind !== undefined && { kind }),
      ...(around && { sceneId: around.id }),
    };
    if (input.ask) await door.proposals.ask(narrowed, signal);
    const listed = await door.proposals.list({
      ...narrowed,
      state: 'pending',
      ...(input.across && { across: true }),
      limit: mostListed,
      offset: 0,
    });
    const [name] = nameOf(input.from);
    const table = name === undefined ? undefined : used.get(name);
    const given = table && new Set(scenesIn(table));
    const found = listed.proposals
      .filter(({ from, to }) => given === undefined || given.has(from.id) || given.has(to.id))
      .slice(0, input.limit);
    return {
      result: { kind: 'proposals', ids: found.map(({ id }) => id) },
      table: {
        columns: ['kind', 'from', 'relation', 'to', 'probability', 'score'],
        rows: found.map(rowOf),
      },
    };
  },
};

function rowOf({ kind, from, to, relation, probability, score }: Proposal): TableValue[] {
  return [
    kind,
    { sceneId: from.id, title: from.title },
    relation,
    { sceneId: to.id, title: to.title },
    probability,
    Math.round(score * 1e4) / 1e4,
  ];
}
