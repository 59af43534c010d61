import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Step } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { listApart, readRegionNames } from './apart.cypher.ts';
import { pairKey } from './gap-figures.ts';

const Apart = z.object({ id: z.string(), regionIds: z.tuple([z.string(), z.string()]) });

/** Pairs of regions that a person says need no joining, by `pairKey`: a `View` that the person holds, so that undo takes it back. */
export async function readApart(graph: Graph): Promise<ReadonlySet<string>> {
  const all = await graph.read((tx) => readAll(tx));
  return new Set(all.map(({ regionIds }) => pairKey(...regionIds)));
}

/** Says so of two regions, or takes it back; returns the change's number. @throws AppError not_found */
export function keepApart(
  graph: Graph,
  { regions, isApart }: { regions: [string, string]; isApart: boolean },
): Promise<number> {
  return graph.write(async (tx) => {
    const names = z
      .array(z.object({ name: z.string() }))
      .parse(await tx.run(readRegionNames, { ids: regions }));
    if (names.length < regions.length) throw new AppError('not_found', { values: { id: regions.join(' ') } });
    const wanted = pairKey(...regions);
    const known = (await readAll(tx)).filter(({ regionIds }) => pairKey(...regionIds) === wanted);
    const released = known.map(({ id }): Step => ({
      type: 'release_node',
      node: { label: 'View', id },
      holder: 'person',
    }));
    const held: Step = {
      type: 'hold_node',
      node: { label: 'View', id: randomUUID() },
      props: { kind: 'apart', regionIds: regions },
      holder: 'person',
    };
    const steps = isApart ? (known.length > 0 ? [] : [held]) : released;
    return commitChange(tx, {
      kind: 'edit',
      values: { title: names.map(({ name }) => name).join(' — ') },
      steps,
    });
  });
}

async function readAll(tx: Tx): Promise<z.infer<typeof Apart>[]> {
  return z.array(Apart).parse(await tx.run(listApart));
}
