import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Step } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { listSettled, readSettledNames } from './settled.cypher.ts';

/** Ids of two regions that need no joining, or of one scene that need not be written. */
export type SettledOf = readonly [string] | readonly [string, string];

const Settled = z.object({ id: z.string(), of: z.array(z.string()) });

export function settledKey(of: readonly string[]): string {
  return of.toSorted().join('\n');
}

/** What a person says is no gap, by `settledKey`: a `View` that the person holds, so that undo takes it back. */
export async function readSettled(graph: Graph): Promise<ReadonlySet<string>> {
  const all = await graph.read((tx) => readAll(tx));
  return new Set(all.map(({ of }) => settledKey(of)));
}

/** Says so, or takes it back; returns the change's number. @throws AppError not_found */
export function keepSettled(
  graph: Graph,
  { of, isSettled }: { of: SettledOf; isSettled: boolean },
): Promise<number> {
  return graph.write(async (tx) => {
    const names = z
      .array(z.object({ name: z.string() }))
      .parse(await tx.run(readSettledNames, { ids: [...of] }));
    if (names.length < of.length) throw new AppError('not_found', { values: { id: of.join(' ') } });
    const known = (await readAll(tx)).filter((each) => settledKey(each.of) === settledKey(of));
    const released = known.map(({ id }): Step => ({
      type: 'release_node',
      node: { label: 'View', id },
      holder: 'person',
    }));
    const held: Step = {
      type: 'hold_node',
      node: { label: 'View', id: randomUUID() },
      props: { kind: 'settled', of: [...of] },
      holder: 'person',
    };
    return commitChange(tx, {
      kind: 'edit',
      values: { act: isSettled ? 'settle' : 'unsettle', title: names.map(({ name }) => name).join(' — ') },
      steps: isSettled ? (known.length > 0 ? [] : [held]) : released,
    });
  });
}

async function readAll(tx: Tx): Promise<z.infer<typeof Settled>[]> {
  return z.array(Settled).parse(await tx.run(listSettled));
}
