import { setImmediate } from 'node:timers/promises';
import type { Graph } from '../../graph/graph.ts';
import type { ProposeDeps } from '../deps.ts';
import { countDropped, type Dropped } from '../queue/dropped.ts';
import type { ProposalRow } from '../queue/proposal-row.ts';
import type { ProposeRun } from '../queue/propose-links.ts';
import { storeProposals, tidyQueue } from '../queue/write-proposals.ts';
import type { Corpus } from '../signals/corpus.ts';
import { findingRow } from './finding-row.ts';
import { type FoundKind, generators } from './generators.ts';
import { readStates } from './kinds.cypher.ts';
import { readKindInput } from './read-kind-input.ts';

/** Looked for beyond what is asked: some are decided already, some lie outside of the scope. */
const breadth = 4;

/** A kind, and how many of it at most. */
export interface Asked {
  kind: FoundKind;
  limit: number;
}

/** Proposes what the generators of these kinds find, the best of each first. What was decided stays decided: the same thing has the same id. */
export async function proposeKinds(
  { graph }: Pick<ProposeDeps, 'graph'>,
  kinds: readonly Asked[],
  { scope, corpus, signal, onStored }: Omit<ProposeRun, 'limit'>,
): Promise<{ ids: string[]; dropped: Dropped }> {
  const found = await findRows(
    graph,
    kinds.map(({ kind, limit }) => ({ kind, limit: limit * breadth })),
    { vaultId: scope.vaultId, corpus: (await corpus()).corpus, signal },
  );
  const ids: string[] = [];
  const dropped: Dropped = {};
  const inScope = ({ evidenceRoots }: ProposalRow) =>
    scope.roots === null || evidenceRoots.some((root) => scope.roots?.has(root) === true);
  for (const { kind, limit } of kinds) {
    const rows = (found[kind] ?? []).filter(inScope);
    const states = await graph.read((tx) => tx.run(readStates, { ids: rows.map(({ id }) => id) }));
    for (const row of states) countDropped(dropped, String(row['state']), Number(row['count']));
    const stored = await storeProposals(graph, rows.slice(0, limit + decidedIn(states)));
    ids.push(...stored);
    for (const [reason, count] of Object.entries(await tidyQueue(graph, kind)))
      countDropped(dropped, reason, count);
    onStored?.(stored);
  }
  return { ids, dropped };
}

/** What these generators find now, best first, as it would be stored. */
export async function findRows(
  graph: Graph,
  kinds: readonly Asked[],
  { vaultId, corpus, signal }: { vaultId: string | null; corpus: Corpus; signal?: AbortSignal | undefined },
): Promise<Partial<Record<FoundKind, ProposalRow[]>>> {
  const input = await readKindInput(graph, vaultId, corpus);
  const rows: Partial<Record<FoundKind, ProposalRow[]>> = {};
  for (const { kind, limit } of kinds) {
    const { find, version } = generators[kind];
    rows[kind] = find(input, limit).map((finding) => findingRow(kind, finding, version));
    // a cancel is heard
    await setImmediate();
    signal?.throwIfAborted();
  }
  return rows;
}

function decidedIn(states: readonly Record<string, unknown>[]): number {
  return states.reduce((sum, row) => sum + Number(row['count']), 0);
}
