import { AppError } from '../../graph-schema/app-error.ts';
import { labels, type Label } from '../../graph-schema/labels.ts';
import type { Row, Tx } from '../graph/graph.ts';
import type { Applier } from './apply-steps.ts';
import { groupBy } from '../field/group-by.ts';
import { difference, keptProperties } from './property-values.ts';
import {
  holdNodes,
  readHeldNodes,
  readNodes,
  releaseNodes,
  restoreRelations,
  setNodes,
} from './steps.cypher.ts';
import { LostRelation, Properties, type NodeRef, type StepOf } from './steps.ts';

export const applySet: Applier<'set'> = async (tx, steps, context) => {
  const label = labelOf(steps);
  const rows = steps.map(({ node, after }, index) => ({ index, id: node.id, keys: Object.keys(after) }));
  const found = byIndex(await tx.run(readNodes(label), { rows }));
  const applied = steps.flatMap((step, index) => {
    const row = found.get(index);
    if (row === undefined) {
      if (context.mode === 'decided') throw new AppError('not_found', { values: { id: step.node.id } });
      return [];
    }
    const now = zip(rows[index]?.keys ?? [], row['now']);
    const change = difference(step, now, context);
    return change === null ? [] : [{ ...step, ...change }];
  });
  await tx.run(setNodes(label), { rows: applied.map(({ node, after }) => ({ id: node.id, after })) });
  return applied;
};

export const applyHoldNode: Applier<'hold_node'> = async (tx, steps, { mode, number }) => {
  const label = labelOf(steps);
  const since = mode === 'decided' && (label === 'Scene' || label === 'Concept') ? { since: number } : {};
  const rows = steps.map(({ node, props, holder }, index) => ({
    index,
    id: node.id,
    holder,
    props: { ...since, ...keptProperties(props) },
  }));
  const found = byIndex(await tx.run(holdNodes(label), { rows }));
  const applied = steps.flatMap((step, index) => {
    const row = found.get(index);
    return row?.['had'] === true
      ? []
      : [{ ...step, props: rows[index]?.props ?? {}, made: row?.['made'] === true }];
  });
  await restore(tx, applied);
  return applied;
};

export const applyReleaseNode: Applier<'release_node'> = async (tx, steps) => {
  const label = labelOf(steps);
  const rows = steps.map(({ node, holder }, index) => ({ index, id: node.id, holder }));
  const found = byIndex(await tx.run(readHeldNodes(label), { rows }));
  await tx.run(releaseNodes(label), { rows });
  return steps.flatMap(({ type, node, holder }, index) => {
    const row = found.get(index);
    if (row === undefined) return [];
    if (row['last'] !== true) return [{ type, node, holder }];
    const removed = { props: keptProperties(row['props']), relations: lostRelations(row['relations']) };
    return [{ type, node, holder, removed }];
  });
};

/** Brings back what was attached to nodes that were made again, as far as the other ends are there (again). */
async function restore(tx: Tx, steps: readonly StepOf<'hold_node'>[]): Promise<void> {
  const lost = steps.flatMap(({ node, relations = [], made }) =>
    (made === true ? relations : []).map(({ type, isOut, other, props }) => {
      const [from, to] = isOut ? [node, other] : [other, node];
      return { type, from, to, props };
    }),
  );
  const batches = groupBy(lost, ({ type, from, to }) => `${type} ${from.label} ${to.label}`);
  for (const batch of batches.values()) {
    const [first] = batch;
    if (first === undefined) continue;
    const rows = batch.map(({ from, to, props }) => ({ from: from.id, to: to.id, props }));
    await tx.run(restoreRelations(first.type, { from: first.from.label, to: first.to.label }), { rows });
  }
}

/** Relationships to nodes that are not ours, or without our id, cannot be brought back and are not kept. */
function lostRelations(value: unknown): LostRelation[] {
  return (value as Row[]).flatMap((row) => {
    const label = (row['labels'] as string[]).find((name): name is Label =>
      (labels as readonly string[]).includes(name),
    );
    const other = { label, id: row['id'] };
    const relation = LostRelation.safeParse({ ...row, other, props: Properties.parse(row['props']) });
    return relation.success ? [relation.data] : [];
  });
}

function labelOf(steps: readonly { node: NodeRef }[]): Label {
  const label = steps[0]?.node.label;
  if (label === undefined) throw new Error('no steps');
  return label;
}

export function byIndex(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [Number(row['index']), row]));
}

export function zip(keys: readonly string[], values: unknown): Properties {
  return Properties.parse(
    Object.fromEntries(keys.map((key, at) => [key, (values as unknown[])[at] ?? null])),
  );
}
