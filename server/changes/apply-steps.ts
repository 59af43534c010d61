import type { Tx } from '../graph/graph.ts';
import { applyJoin, applyPart } from './apply-joins.ts';
import { applyHoldLink, applyReleaseLink, applySetLink } from './apply-links.ts';
import { applyHoldNode, applyReleaseNode, applySet } from './apply-nodes.ts';
import type { Step, StepOf } from './steps.ts';

/**
 * `decided`: someone wants exactly this, and what it needs must be there. `again`: an undo or redo, which takes the graph as it has become:
 * a property that was given another value since then keeps it, a node or link that is gone is passed over.
 */
export interface ApplyContext {
  mode: 'decided' | 'again';
  /** of the change that this is part of; what is made new carries it as `since` */
  number: number;
}

/** Applies steps of one type and shape; returns those that altered something, each with what was there before. */
export type Applier<T extends Step['type']> = (
  tx: Tx,
  steps: readonly StepOf<T>[],
  context: ApplyContext,
) => Promise<StepOf<T>[]>;

/** Applies steps in order, neighbours of one shape together; returns those that altered something, as they are to be logged. */
export async function applySteps(tx: Tx, steps: readonly Step[], context: ApplyContext): Promise<Step[]> {
  const applied: Step[] = [];
  for (const run of runsOf(steps)) applied.push(...(await applyRun(tx, run, context)));
  return applied;
}

function applyRun(tx: Tx, run: readonly Step[], context: ApplyContext): Promise<Step[]> {
  switch (run[0]?.type) {
    case 'set':
      return applySet(tx, run as StepOf<'set'>[], context);
    case 'set_link':
      return applySetLink(tx, run as StepOf<'set_link'>[], context);
    case 'hold_node':
      return applyHoldNode(tx, run as StepOf<'hold_node'>[], context);
    case 'release_node':
      return applyReleaseNode(tx, run as StepOf<'release_node'>[], context);
    case 'hold_link':
      return applyHoldLink(tx, run as StepOf<'hold_link'>[], context);
    case 'release_link':
      return applyReleaseLink(tx, run as StepOf<'release_link'>[], context);
    case 'join':
      return applyJoin(tx, run as StepOf<'join'>[], context);
    case 'part':
      return applyPart(tx, run as StepOf<'part'>[], context);
    case undefined:
      return Promise.resolve([]);
  }
}

/** Cuts where the shape changes, and where a thing comes a second time: within one query a row would not see the one before it. */
function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  let shape = '';
  let seen = new Set<string>();
  for (const step of steps) {
    const next = shapeOf(step);
    const thing = thingOf(step);
    if (next !== shape || seen.has(thing)) {
      runs.push([]);
      shape = next;
      seen = new Set();
    }
    runs.at(-1)?.push(step);
    seen.add(thing);
  }
  return runs;
}

function shapeOf(step: Step): string {
  if ('node' in step) return `${step.type} ${step.node.label}`;
  if ('link' in step) return `${step.type} ${step.link.kind} ${step.link.from.label} ${step.link.to.label}`;
  return `${step.type} ${step.join.type} ${step.join.from.label} ${step.join.to.label}`;
}

function thingOf(step: Step): string {
  if ('node' in step) return step.node.id;
  if ('link' in step) return JSON.stringify([step.link.from.id, step.link.to.id, step.link.origin]);
  return JSON.stringify([step.join.from.id, step.join.to.id]);
}
