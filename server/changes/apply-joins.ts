import { byIndex } from './apply-nodes.ts';
import type { Applier } from './apply-steps.ts';
import { joinNodes, partNodes, type JoinShape } from './steps.cypher.ts';
import type { Join } from './steps.ts';

export const applyJoin: Applier<'join'> = async (tx, steps) => {
  const found = byIndex(await tx.run(joinNodes(shapeOf(steps)), { rows: rowsOf(steps) }));
  return steps.filter((_, index) => found.has(index));
};

export const applyPart: Applier<'part'> = async (tx, steps) => {
  const found = byIndex(await tx.run(partNodes(shapeOf(steps)), { rows: rowsOf(steps) }));
  return steps.filter((_, index) => found.has(index));
};

function rowsOf(steps: readonly { join: Join }[]) {
  return steps.map(({ join }, index) => ({ index, from: join.from.id, to: join.to.id }));
}

function shapeOf(steps: readonly { join: Join }[]): JoinShape {
  const join = steps[0]?.join;
  if (join === undefined) throw new Error('no steps');
  return { type: join.type, from: join.from.label, to: join.to.label };
}
