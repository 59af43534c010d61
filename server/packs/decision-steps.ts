import type { Holder } from '../../graph-schema/nodes.ts';
import type { Pack, PackDecision } from '../../scenes/pack.ts';
import type { NodeRef, Properties, Step } from '../changes/steps.ts';
import type { citer } from './cite.ts';
import { senderPrefix } from './pack-of-field.ts';
import { type PlanWithRows, topsOf, withoutNulls } from './scene-steps.ts';

export function decisionNode(id: string): NodeRef {
  return { label: 'Proposal', id: senderPrefix + id };
}

/** The sender's decisions, as proposals that say whose they are. */
export function decisionSteps(
  plan: PlanWithRows,
  {
    holder,
    cite,
    nodeOf,
  }: { holder: Holder; cite: ReturnType<typeof citer>; nodeOf: (id: string) => NodeRef },
): Step[] {
  const here = new Set<string>(plan.rows.decisions.map(({ id }) => id));
  const sides = sideFinder(plan.pack);
  const written = plan.pack.decisions
    .filter(({ id }) => plan.acts.decisions.get(id) === 'write')
    .map((decision) => {
      const evidence = cite(decision.evidence);
      const evidenceSides = evidence.evidencePassages.map((passage) => sides(passage, decision.from));
      return {
        node: decisionNode(decision.id),
        decision,
        props: properties(decision, { ...evidence, evidenceSides }),
      };
    });
  const join = (type: 'FROM_NODE' | 'TO_NODE', from: NodeRef, to: string): Step => {
    return { type: 'join', join: { type, from, to: nodeOf(to) } };
  };
  return [
    ...written
      .filter(({ node }) => here.has(node.id))
      .map(({ node, props }): Step => ({ type: 'set', node, after: props })),
    ...written.map(({ node, props }): Step => ({ type: 'hold_node', node, props, holder })),
    ...written.map(({ node, decision }) => join('FROM_NODE', node, decision.from)),
    ...written.map(({ node, decision }) => join('TO_NODE', node, decision.to)),
  ];
}

function properties(decision: PackDecision, evidence: Properties): Properties {
  const { id, from, to, signals, evidence: _, ...said } = decision;
  return withoutNulls({
    ...said,
    // a place in the queue is this field's own; a decided proposal has none, but reads like any other
    rank: 1,
    order: 0,
    id: senderPrefix + id,
    fromId: from,
    toId: to,
    decidedBy: 'sender',
    signalNames: signals.map(({ name }) => name),
    signalZs: signals.map(({ z }) => z),
    signalShares: signals.map(({ share }) => share),
    ...evidence,
  });
}

/** A quote is on the side of the end that it, or the whole that it is part of, belongs to. */
function sideFinder(pack: Pack): (passageId: string, from: string) => 'from' | 'to' {
  const tops = topsOf(pack);
  const scenes = new Map<string, string>(pack.passages.map(({ id, scene }) => [id, scene]));
  return (passageId, from) => {
    const scene = scenes.get(passageId) ?? '';
    return (tops.get(scene) ?? scene) === (tops.get(from) ?? from) ? 'from' : 'to';
  };
}
