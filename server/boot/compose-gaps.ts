import { compareMatrices, parseTriggerMatrix, writeTriggerMatrix } from '../../scenes/index.ts';
import type { Field } from '../field/create-field.ts';
import { decidedJoins } from '../gaps/decided-joins.ts';
import { exportMatrix } from '../gaps/export-matrix.ts';
import { pairKey } from '../gaps/gap-figures.ts';
import { type FigureKeeper, type FiguresDeps, keepFigures } from '../gaps/keep-figures.ts';
import { joiningProposals } from '../gaps/joining-proposals.ts';
import { keepSettled } from '../gaps/keep-settled.ts';
import { keepOffered, keepZone, removeZone } from '../gaps/keep-zones.ts';
import { listGaps } from '../gaps/list-gaps.ts';
import { planAcceptances } from '../gaps/plan-acceptances.ts';
import { previewAcceptance } from '../gaps/preview-acceptance.ts';
import { readJoins } from '../gaps/read-joins.ts';
import type { RegionPair } from '../gaps/region-matrix.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { listDecidedJoins, listPendingJoins } from '../proposals/index.ts';
import { listVaults } from '../vault/ingest/vault-node.ts';
import type { Services } from './services.ts';

/** What all that asks for gaps shares. */
export function composeFigures({
  compute,
  events,
}: Pick<FiguresDeps, 'compute'> & { events: FieldEvents }): FigureKeeper {
  return keepFigures({
    compute,
    onDone: () => events.publish({ type: 'field' }),
  });
}

export function composeGaps({
  graph,
  field,
  figures,
  events,
}: {
  graph: Graph;
  field: Field;
  figures: FigureKeeper;
  events: FieldEvents;
}): Services['gaps'] {
  const deps = {
    graph,
    field,
    figures,
    pendingProposals: () => listPendingJoins({ graph }),
    decidedProposals: () => listDecidedJoins({ graph }),
  };
  const told = async (work: Promise<number>): Promise<{ number: number }> => {
    const number = await work;
    events.publish({ type: 'change', number, kind: 'edit' });
    return { number };
  };
  const all = 1000;
  const matrixOf = async (vaultId: string | undefined) =>
    exportMatrix(await listGaps(deps, { vaultId, limit: all, wait: true }), new Date());
  return {
    async matrix({ vaultId }) {
      const matrix = await matrixOf(vaultId);
      const vault = (await listVaults({ graph })).find(({ id }) => id === vaultId);
      const name = ['insight_trigger_matrix', vault?.name, matrix.written.slice(0, 10), 'yaml'];
      return {
        text: writeTriggerMatrix(matrix),
        fileName: name.filter((part) => part !== undefined).join('.'),
      };
    },
    progress: async ({ text, vaultId }) => compareMatrices(parseTriggerMatrix(text), await matrixOf(vaultId)),
    decided: ({ vaultId }) => decidedJoins(deps, { vaultId }),
    list: (input) => listGaps(deps, input),
    async preview({ ids, regions, vaultId }) {
      const joins = await readJoins(deps, { vaultId, figures: 'latest' });
      const { zones, field: read, notes, proposals, matrix } = joins;
      const idOf = (at: number) => joins.regions[at]?.id ?? '';
      const isAsked = ({ from, to }: RegionPair) =>
        regions !== null && pairKey(idOf(from), idOf(to)) === pairKey(...regions);
      const chosen = proposals.filter(({ id }) => ids.includes(id));
      return previewAcceptance({
        field: read,
        notes,
        pair: matrix.find(isAsked) ?? null,
        zones,
        links: chosen.filter(({ fills }) => fills === null),
        filled: chosen.flatMap(({ fills }) => fills ?? []),
        regions,
      });
    },
    async plan({ most, vaultId }) {
      const joins = await readJoins(deps, { vaultId, figures: 'latest' });
      const { proposals } = joins;
      return planAcceptances(joins.field, joins, { proposals, most }).map(({ id, title }) => ({ id, title }));
    },
    joining: async ({ vaultId }) => joiningProposals(await readJoins(deps, { vaultId, figures: 'latest' })),
    keepZone: (input) => told(keepZone(graph, input)),
    keepOffered: (asked) => told(keepOffered(graph, asked)),
    keepSettled: (input) => told(keepSettled(graph, input)),
    removeZone: (id) => told(removeZone(graph, id)),
  };
}
