import { z } from 'zod';
import { ConceptId, LinkId, PackId, PassageId, ProposalId, SceneId } from '../graph-schema/ids.ts';
import { LinkKind, Origin, RelationKind } from '../graph-schema/link-kinds.ts';
import { Concept, DateFrom, SceneKind, SceneState } from '../graph-schema/nodes.ts';
import { ProposalKind } from '../graph-schema/proposal.ts';

/** The version of the scene pack that this program writes, and the newest it reads. */
export const packVersion = 1;

/** Names are indexed, and Neo4j refuses to index more than 8 kB. */
const Name = z.string().min(1).max(1000);
const Offset = z.int().nonnegative();
const Span = z.strictObject({ start: Offset, end: Offset });
const Position = z.strictObject({ x: z.number(), y: z.number() });
const Model = z.strictObject({
  id: z.string().min(1).max(200),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/**
 * A scene's text is its `body`, or the `span` of the body of the nearest scene above it (by `in`) that has one.
 * All offsets of the scene's passages and quotes point into that same body, UTF-16.
 */
export const PackScene = z.strictObject({
  id: SceneId,
  title: Name,
  kind: SceneKind.default('written'),
  state: SceneState.default('present'),
  origin: Origin.default('person'),
  aliases: z.array(z.string()).default([]),
  in: SceneId.optional().meta({ description: 'the scene that this one is part of' }),
  after: z.array(SceneId).default([]).meta({ description: 'the scenes that this one comes next to' }),
  level: z.int().min(1).max(6).optional(),
  order: z.int().optional(),
  speaker: z.string().optional(),
  speakerRole: z.enum(['person', 'model', 'other']).optional(),
  at: z.string().optional(),
  atFrom: DateFrom.optional(),
  position: Position.optional(),
  pinned: z.boolean().default(false),
  formula: z.string().min(1).optional(),
  model: Model.optional(),
  span: Span.optional(),
  body: z.string().optional(),
});
export type PackScene = z.infer<typeof PackScene>;

export const PackPassage = z.strictObject({ id: PassageId, scene: SceneId, start: Offset, end: Offset });
export type PackPassage = z.infer<typeof PackPassage>;

export const PackConcept = z.strictObject({
  id: ConceptId,
  name: Name,
  aliases: z.array(z.string()).default([]),
  from: Concept.shape.from.default('pack'),
  origin: Origin.default('person'),
  in: z.array(ConceptId).default([]).meta({ description: 'the concepts that this one is part of' }),
});
export type PackConcept = z.infer<typeof PackConcept>;

/** A verbatim span inside a passage; `quote` is exactly that slice. */
export const PackEvidence = z.strictObject({
  passage: PassageId,
  start: Offset,
  end: Offset,
  quote: z.string().min(1),
});
export type PackEvidence = z.infer<typeof PackEvidence>;

const NodeId = z.string().min(1).max(200);

export const PackLink = z.strictObject({
  id: LinkId,
  from: NodeId,
  kind: LinkKind,
  to: NodeId,
  origin: Origin.default('person'),
  embed: z.boolean().default(false),
  accepted: z.boolean().default(false).meta({ description: 'a person accepted it from a proposal' }),
  proposal: ProposalId.optional(),
  model: z.string().optional(),
  evidence: z.array(PackEvidence).default([]),
});
export type PackLink = z.infer<typeof PackLink>;

const PackSignal = z.strictObject({ name: z.string(), z: z.number(), share: z.number() });

/** What the sender decided about a proposal. In another field it stays the sender's: shown, and never counted as that field's own. */
export const PackDecision = z.strictObject({
  id: ProposalId,
  kind: ProposalKind,
  state: z.enum(['accepted', 'rejected']),
  from: NodeId,
  to: NodeId,
  relation: RelationKind,
  createdAt: z.string().default(''),
  decidedAt: z.string().optional(),
  rejectReason: z.string().optional(),
  reason: z.string().optional(),
  reasonBy: z.enum(['model', 'template']).optional(),
  models: z.array(z.string()).default([]),
  model: z.string().optional().meta({ description: 'the language model that took part' }),
  score: z.number().default(0),
  signals: z.array(PackSignal).default([]),
  weights: z.string().default(''),
  taskVersion: z.string().default(''),
  seed: z.int().default(0),
  evidence: z.array(PackEvidence).default([]),
});
export type PackDecision = z.infer<typeof PackDecision>;

export const Pack = z.strictObject({
  scenefield: z.literal(packVersion).meta({ description: 'version of the format' }),
  id: PackId,
  title: z.string().min(1),
  about: z.string().default(''),
  language: z.enum(['ru', 'en']).optional(),
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .optional()
    .meta({ description: 'over the canonical text without this line' }),
  scenes: z.array(PackScene).default([]),
  passages: z.array(PackPassage).default([]),
  concepts: z.array(PackConcept).default([]),
  links: z.array(PackLink).default([]),
  decisions: z.array(PackDecision).default([]),
});
export type Pack = z.infer<typeof Pack>;

/** The lists of a pack whose entries have ids, in the order they are written. */
export const packLists = ['scenes', 'passages', 'concepts', 'links', 'decisions'] as const;
export type PackList = (typeof packLists)[number];
