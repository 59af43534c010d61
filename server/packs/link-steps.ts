import type { Holder } from '../../graph-schema/nodes.ts';
import type { Pack, PackLink } from '../../scenes/pack.ts';
import type { LinkRef, NodeRef, Step } from '../changes/steps.ts';
import { type HeldEvidence, citer } from './cite.ts';
import { decisionSteps } from './decision-steps.ts';
import type { FieldRows } from './field-rows.ts';
import { type PlanWithRows, withoutNulls } from './scene-steps.ts';

/** Concepts, links and the sender's decisions. */
export function linkSteps(plan: PlanWithRows, holder: Holder): Step[] {
  const cite = citer(plan);
  const nodeOf = nodeFinder(plan.pack);
  const here = new Map<string, FieldRows['links'][number]>(plan.rows.links.map((row) => [row.link.id, row]));
  return [
    ...conceptSteps(plan, holder),
    ...byShape(plan.pack.links, nodeOf).flatMap((link) => {
      const ref: LinkRef = {
        kind: link.kind,
        origin: link.origin,
        from: nodeOf(link.from),
        to: nodeOf(link.to),
      };
      return stepsOfLink({ plan, holder, link, ref, evidence: cite(link.evidence), here: here.get(link.id) });
    }),
    ...decisionSteps(plan, { holder, cite, nodeOf }),
  ];
}

/** Links that one statement can write stand together. */
function byShape(links: readonly PackLink[], nodeOf: (id: string) => NodeRef): PackLink[] {
  const shapeOf = ({ kind, from, to }: PackLink): string =>
    `${kind} ${nodeOf(from).label} ${nodeOf(to).label}`;
  const shapes = new Map<string, PackLink[]>();
  for (const link of links) {
    const same = shapes.get(shapeOf(link));
    if (same) same.push(link);
    else shapes.set(shapeOf(link), [link]);
  }
  return [...shapes.values()].flat();
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
  /** the link that has this id here */
  here: FieldRows['links'][number] | undefined;
}

function stepsOfLink({ plan, holder, link, ref, evidence, here }: LinkToWrite): Step[] {
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
