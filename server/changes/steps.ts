import { z } from 'zod';
import { labels } from '../../graph-schema/labels.ts';
import { LinkKind, Origin, relationshipTypes } from '../../graph-schema/link-kinds.ts';
import { Holder } from '../../graph-schema/nodes.ts';
import { structureTypes } from '../../graph-schema/structure-types.ts';

const PropertyValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);
/** Property names → values; null takes a property away. */
export const Properties = z.record(z.string(), PropertyValue);
export type Properties = z.infer<typeof Properties>;

export const NodeRef = z.object({ label: z.enum(labels), id: z.string() });
export type NodeRef = z.infer<typeof NodeRef>;

export function sceneRef(id: string): NodeRef {
  return { label: 'Scene', id };
}

/** A link is one relationship a (from, kind, to, origin). */
export const LinkRef = z.object({ kind: LinkKind, origin: Origin, from: NodeRef, to: NodeRef });
export type LinkRef = z.infer<typeof LinkRef>;

export const Join = z.object({ type: z.enum(structureTypes), from: NodeRef, to: NodeRef });
export type Join = z.infer<typeof Join>;

/** A relationship that went with a removed node, seen from that node. */
export const LostRelation = z.object({
  type: z.enum([...relationshipTypes, ...structureTypes]),
  isOut: z.boolean(),
  other: NodeRef,
  props: Properties,
});
export type LostRelation = z.infer<typeof LostRelation>;

/**
 * What a change may do to the graph. Every step can be taken back: what was there before is kept with it.
 * A caller leaves out the fields that are found while a step is applied (`before`, `made`, `removed`, `relations`).
 */
export const Step = z.discriminatedUnion('type', [
  /** `stands`: others may build on what this makes of the node (a missing scene that becomes present). */
  z.object({
    type: z.literal('set'),
    node: NodeRef,
    after: Properties,
    before: Properties.optional(),
    stands: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('set_link'),
    link: LinkRef,
    after: Properties,
    before: Properties.optional(),
    id: z.string().optional(),
  }),
  /** Makes the node where it is not there, and adds the holder. */
  z.object({
    type: z.literal('hold_node'),
    node: NodeRef,
    props: Properties,
    holder: Holder,
    made: z.boolean().optional(),
    relations: z.array(LostRelation).optional(),
  }),
  /** Takes the holder away; the node goes with its last one. */
  z.object({
    type: z.literal('release_node'),
    node: NodeRef,
    holder: Holder,
    removed: z.object({ props: Properties, relations: z.array(LostRelation) }).optional(),
  }),
  /** `props.id` is the link's own id. */
  z.object({
    type: z.literal('hold_link'),
    link: LinkRef,
    props: Properties,
    holder: Holder,
    made: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('release_link'),
    link: LinkRef,
    holder: Holder,
    id: z.string().optional(),
    removed: z.object({ props: Properties }).optional(),
  }),
  z.object({ type: z.literal('join'), join: Join }),
  z.object({ type: z.literal('part'), join: Join }),
]);
export type Step = z.infer<typeof Step>;
export type StepOf<T extends Step['type']> = Extract<Step, { type: T }>;

/** The step that takes an applied step back. */
export function invert(step: Step): Step {
  switch (step.type) {
    case 'set':
      return { ...step, after: step.before ?? {}, before: step.after };
    case 'set_link':
      return { ...step, after: step.before ?? {}, before: step.after };
    case 'hold_node':
      return { type: 'release_node', node: step.node, holder: step.holder };
    case 'release_node':
      return {
        type: 'hold_node',
        node: step.node,
        holder: step.holder,
        props: step.removed?.props ?? {},
        relations: step.removed?.relations ?? [],
      };
    case 'hold_link':
      return { type: 'release_link', link: step.link, holder: step.holder };
    case 'release_link':
      return {
        type: 'hold_link',
        link: step.link,
        holder: step.holder,
        props: step.removed?.props ?? { id: step.id ?? '' },
      };
    case 'join':
      return { type: 'part', join: step.join };
    case 'part':
      return { type: 'join', join: step.join };
  }
}

/** Steps that undo applied steps: the last is taken back first. */
export function invertAll(steps: readonly Step[]): Step[] {
  return steps.map(invert).reverse();
}

/** What an applied step touches: ids of nodes and links (a link's ends too), and `id.property` for what it set. */
export function touchedBy(step: Step): string[] {
  switch (step.type) {
    case 'set':
      return [step.node.id, ...Object.keys(step.after).map((key) => `${step.node.id}.${key}`)];
    case 'hold_node':
    case 'release_node':
      return [step.node.id];
    case 'hold_link':
      return [step.link.from.id, step.link.to.id, String(step.props['id'])];
    case 'set_link':
    case 'release_link':
      return [step.link.from.id, step.link.to.id, ...(step.id === undefined ? [] : [step.id])];
    case 'join':
    case 'part':
      return [step.join.from.id, step.join.to.id];
  }
}

/** What later changes may stand on: nodes and links that the step made, and the properties that it set. */
export function foundedBy(step: Step): string[] {
  switch (step.type) {
    case 'set':
      return [
        ...(step.stands === true ? [step.node.id] : []),
        ...Object.keys(step.after).map((key) => `${step.node.id}.${key}`),
      ];
    case 'hold_node':
      return step.made === true ? [step.node.id] : [];
    case 'hold_link':
      return step.made === true ? [String(step.props['id'])] : [];
    default:
      return [];
  }
}
