import type { Holder } from '../../graph-schema/nodes.ts';
import type { Pack, PackLink } from '../../scenes/pack.ts';
import type { LinkRef, NodeRef, Step } from '../changes/steps.ts';
import { type HeldEvidence, citer } from './cite.ts';
import type { FieldRows } from './field-rows.ts';
import { type PlanWithRows, withoutNulls } from './scene-steps.ts';

/** Concepts, links and the sender's decisions. */
export function linkSteps(plan: PlanWithRows, holder: Holder): Step[] {
  const cite = citer(plan);
  const nodeOf = nodeFinder(plan.pack);
  return [
    ...conceptSteps(plan, holder),
    ...plan.pack.links.flatMap((link) => {
      const ref: LinkRef = {
        kind: link.kind,
        origin: link.origin,
        from: nodeOf(link.from),
        to: nodeOf(link.to),
      };
      return stepsOfLink({ plan, holder, link, ref, evidence: cite(link.evidence) });
    }),
    ...decisionSteps(plan, { holder, cite, nodeOf }),
  ];
}

function nodeFinder(pack: Pack): (id: string) => NodeRef {
  const concepts = new Set<string>(pack.concepts.map(({ id }) => id));
  return (id) => ({ label: concepts.has(id) ? 'Concept' : 'Scene', id });
}

function conceptSteps({ pack, acts, rows }: PlanWithRows, holder: Holder): Step[] {
  const here = new Set<string>(rows.concepts.map(({ concept }) => concept.id));
  const written = pack.concepts.filter(({ id }) => acts.concepts.get(id) === 'write');
  const held = pack.concepts.filter(({ id }) => acts.concepts.get(id) !== 'leave');
  const node = (id: string): NodeRef => ({ label: 'Concept', id });
  return [
    ...written
      .filter(({ id }) => here.has(id))
      .map(({ id, name, aliases }): Step => ({ type: 'set', node: node(id), after: { name, aliases } })),
    ...held.map(({ id, name, aliases, from, origin }): Step => {
      return { type: 'hold_node', node: node(id), props: { id, name, aliases, from, origin }, holder };
    }),
    ...written.flatMap(({ id, in: parents }) =>
      parents.map((above): Step => ({
        type: 'join',
        join: { type: 'PART_OF', from: node(id), to: node(above) },
      })),
    ),
  ];
}

interface LinkToWrite {
  plan: PlanWithRows;
  holder: Holder;
  link: PackLink;
  ref: LinkRef;
  evidence: HeldEvidence;
}

function stepsOfLink({ plan, holder, link, ref, evidence }: LinkToWrite): Step[] {
  const act = plan.acts.links.get(link.id);
  if (act === 'leave' || act === undefined) return [];
  const said = { ...evidence, embed: link.embed || null, modelId: link.model ?? null };
  const accepted = link.accepted ? { acceptedBy: 'person', decidedBy: 'sender' } : {};
  const props = withoutNulls({
    id: link.id,
    origin: link.origin,
    ...said,
    proposalId: link.proposal,
    ...accepted,
  });
  const hold: Step = { type: 'hold_link', link: ref, props, holder };
  const here = plan.rows.links.find((row) => row.link.id === link.id);
  if (act === 'hold' || !here) return [hold];
  const isSameLink =
    here.from === link.from &&
    here.to === link.to &&
    here.link.kind === link.kind &&
    here.link.origin === link.origin;
  if (isSameLink) return [{ type: 'set_link', link: ref, after: said }, hold];
  return [...releaseOld(here, plan), hold];
}

/** The id now names another link: what it named before goes with the packs that held it. */
function releaseOld({ from, to, link }: FieldRows['links'][number], { rows }: PlanWithRows): Step[] {
  const concepts = new Set<string>(rows.concepts.map(({ concept }) => concept.id));
  const node = (id: string): NodeRef => ({ label: concepts.has(id) ? 'Concept' : 'Scene', id });
  const ref: LinkRef = { kind: link.kind, origin: link.origin, from: node(from), to: node(to) };
  return link.heldBy.map((holder): Step => ({ type: 'release_link', link: ref, holder }));
}

function decisionSteps(
  { pack, acts, rows }: PlanWithRows,
  {
    holder,
    cite,
    nodeOf,
  }: { holder: Holder; cite: ReturnType<typeof citer>; nodeOf: (id: string) => NodeRef },
): Step[] {
  const here = new Set<string>(rows.decisions.map(({ id }) => id));
  return pack.decisions
    .filter(({ id }) => acts.decisions.get(id) === 'write')
    .flatMap(({ id, from, to, evidence, ...decision }): Step[] => {
      const node: NodeRef = { label: 'Proposal', id };
      const said = withoutNulls({
        ...decision,
        fromId: from,
        toId: to,
        decidedBy: 'sender',
        ...cite(evidence),
      });
      return [
        ...(here.has(id) ? [{ type: 'set', node, after: said } as const] : []),
        { type: 'hold_node', node, props: { id, ...said }, holder },
        { type: 'join', join: { type: 'FROM_NODE', from: node, to: nodeOf(from) } },
        { type: 'join', join: { type: 'TO_NODE', from: node, to: nodeOf(to) } },
      ];
    });
}
