import { Holder } from '../../graph-schema/nodes.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { LinkRef, NodeRef, Step } from '../changes/steps.ts';
import type { Row, Tx } from '../graph/graph.ts';
import { inBatches } from './field-rows.ts';
import * as cypher from './remove.cypher.ts';

/**
 * Lets go of all that a pack holds but for `keep`. What only the pack held goes; a scene that was missing before is missing again;
 * a node that somebody else's link stands on stays, held by whoever holds that link, a scene as one whose note was taken away.
 */
export async function releaseSteps(tx: Tx, holder: Holder, keep: ReadonlySet<string>): Promise<Step[]> {
  const held = async (statement: string): Promise<Row[]> =>
    (await tx.run(statement, { holder })).filter((row) => !keep.has(row['id'] as string));
  const [links, passages, scenes] = [
    await held(cypher.heldLinks),
    await held(cypher.heldPassages),
    await held(cypher.heldScenes),
  ];
  const [concepts, decisions] = [await held(cypher.heldConcepts), await held(cypher.heldDecisions)];
  return [
    ...links.map((row): Step => ({ type: 'release_link', link: linkOf(row), holder })),
    ...releases('Proposal', decisions, holder),
    ...releases('Passage', await passagesThatGo(tx, { passages, scenes, holder }), holder),
    ...(await sceneReleases(tx, scenes, holder)),
    ...(await conceptReleases(tx, concepts, holder)),
  ];
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map((row) => row['id'] as string);
}

function releases(label: NodeRef['label'], rows: readonly Row[], holder: Holder): Step[] {
  return idsOf(rows).map((id) => ({ type: 'release_node', node: { label, id }, holder }));
}

function linkOf(row: Row): LinkRef {
  const node = (id: unknown, label: unknown): NodeRef => ({
    id: id as string,
    label: label as NodeRef['label'],
  });
  return {
    kind: LinkKind.parse(row['kind']),
    origin: Origin.parse(row['origin']),
    from: node(row['from'], row['fromLabel']),
    to: node(row['to'], row['toLabel']),
  };
}

/** A scene that stays keeps its words, and so its passages. */
async function passagesThatGo(
  tx: Tx,
  { passages, scenes, holder }: { passages: Row[]; scenes: Row[]; holder: Holder },
): Promise<Row[]> {
  const stays = await standing(tx, scenes, holder);
  return passages.filter((row) => !stays.has(row['sceneId'] as string));
}

/** Scenes held by nobody else that links of others stand on, and what these are part of: who holds them from now on. */
async function standing(tx: Tx, scenes: readonly Row[], holder: Holder): Promise<Map<string, Holder[]>> {
  const free = new Set(idsOf(scenes.filter((row) => (row['heldBy'] as string[]).length === 1)));
  const kept = holdersIn(await inBatches(tx, cypher.stoodOn.scenes, [...free], { holder }));
  for (const row of await inBatches(tx, cypher.scenesAbove, [...kept.keys()])) {
    const [above, below] = [row['id'] as string, row['below'] as string];
    if (free.has(above))
      kept.set(above, [...new Set([...(kept.get(above) ?? []), ...(kept.get(below) ?? [])])]);
  }
  return kept;
}

async function sceneReleases(tx: Tx, scenes: readonly Row[], holder: Holder): Promise<Step[]> {
  const stays = await standing(tx, scenes, holder);
  const nodes = new Map(
    scenes.map((row) => [row['id'] as string, { label: 'Scene', id: row['id'] as string } as const]),
  );
  const emptied = scenes.filter((row) => row['filledBy'] === holder && row['sourceId'] === null);
  return [
    ...emptied.flatMap((row): Step[] => {
      const node = nodes.get(row['id'] as string);
      return node ? [{ type: 'set', node, after: { state: 'missing', body: null, filledBy: null } }] : [];
    }),
    ...[...stays].flatMap(([id, holders]): Step[] => {
      const node: NodeRef = { label: 'Scene', id };
      return [
        ...holders.map((other): Step => ({ type: 'hold_node', node, props: { id }, holder: other })),
        { type: 'set', node, after: { state: 'gone' } },
      ];
    }),
    ...releases('Scene', scenes, holder),
  ];
}

async function conceptReleases(tx: Tx, concepts: readonly Row[], holder: Holder): Promise<Step[]> {
  const free = concepts.filter((row) => (row['heldBy'] as string[]).length === 1);
  const stays = holdersIn(await inBatches(tx, cypher.stoodOn.concepts, idsOf(free), { holder }));
  return [
    ...[...stays].flatMap(([id, holders]) =>
      holders.map((other): Step => ({
        type: 'hold_node',
        node: { label: 'Concept', id },
        props: { id },
        holder: other,
      })),
    ),
    ...releases('Concept', concepts, holder),
  ];
}

function holdersIn(rows: readonly Row[]): Map<string, Holder[]> {
  return new Map(
    rows.map((row) => [row['id'] as string, (row['heldBy'] as string[]).map((name) => Holder.parse(name))]),
  );
}
