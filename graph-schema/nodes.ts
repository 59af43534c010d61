import { z } from 'zod';
import { ConceptId, PackId, PassageId, RegionId, SceneId, SourceId, VaultId } from './ids.ts';
import { LinkId } from './ids.ts';
import { LinkKind, Origin } from './link-kinds.ts';

/**
 * Node and link shapes as the graph holds them (property names are the field names; `undefined` means the property is absent).
 * Times are ISO 8601 strings in UTC; offsets are UTF-16.
 */

/**
 * Holders: what keeps a node or link alive. `source:ID` a file, `person`, `proposal:ID` an accepted proposal, `pack:ID` an imported pack.
 * When the last holder goes, so does the node or link.
 */
export const Holder = z.union([z.literal('person'), z.string().regex(/^(source|proposal|pack):.+$/)]);
export type Holder = z.infer<typeof Holder>;

export const Vault = z.object({
  id: VaultId,
  name: z.string(),
  /** absolute folder on this machine */
  path: z.string(),
  addedAt: z.string(),
  readAt: z.string().optional(),
});
export type Vault = z.infer<typeof Vault>;

export const DateFrom = z.enum(['property', 'turn', 'name', 'git', 'file']);

export const Source = z.object({
  id: SourceId,
  vaultId: VaultId,
  /** relative to the vault, `/` between parts, NFC */
  path: z.string(),
  /** sha256 of the decoded text, hex */
  hash: z.string(),
  bytes: z.int(),
  mtimeMs: z.number(),
  encoding: z.string(),
  /** the decoded file without a byte-order mark; every offset points into this */
  text: z.string(),
  /** what stands in it, by construct (JSON of `Constructs`) */
  constructs: z.string().optional(),
  /** a fault it was read with: a problem's code */
  fault: z.string().optional(),
  /** the vault's file that it came from, and which one that was: its size and times */
  file: z.string().optional(),
  stamp: z.string().optional(),
  /** what a later reading needs of it without reading the file: JSON of the vault room's `KeptSource` */
  outline: z.string().optional(),
  /** what an ingest wrote from it last; a source is written again when these differ */
  scenesDigest: z.string().optional(),
  linksDigest: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const SceneKind = z.enum(['note', 'section', 'turn', 'written', 'draft']);
export type SceneKind = z.infer<typeof SceneKind>;
export const SceneState = z.enum(['present', 'missing', 'gone']);
export type SceneState = z.infer<typeof SceneState>;

export const Scene = z.object({
  id: SceneId,
  title: z.string(),
  kind: SceneKind,
  state: SceneState,
  origin: Origin,
  aliases: z.array(z.string()),
  /** the note (or free-standing scene) this belongs to; its own id for a root */
  rootId: SceneId,
  vaultId: VaultId.optional(),
  sourceId: SourceId.optional(),
  /** where it stands in its source's text; without a source: in the body of the whole that it is part of, if there is one */
  start: z.int().optional(),
  end: z.int().optional(),
  /** heading level of a section, 1–6 */
  level: z.int().optional(),
  /** place among the scenes of its source, 0 is the note */
  order: z.int().optional(),
  /** what finds it again in its source: '' the note, `uid:…` a turn, its headings for a section; `missing:NAME` for a scene that links call for */
  key: z.string().optional(),
  /** own text, only where there is no source to read it from (person, model, pack) */
  body: z.string().optional(),
  /** text of an accepted draft that a later written note replaced */
  earlierBody: z.string().optional(),
  /** `pack:ID`: the pack that gave a missing scene its text; with the pack it is missing again */
  filledBy: Holder.optional(),
  speaker: z.string().optional(),
  /** who speaks in a turn */
  speakerRole: z.enum(['person', 'model', 'other']).optional(),
  at: z.string().optional(),
  atFrom: DateFrom.optional(),
  x: z.number().optional(),
  y: z.number().optional(),
  pinned: z.boolean().optional(),
  /** names that an accepted merge gave it */
  alsoCalled: z.array(z.string()).optional(),
  /** id of the scene or concept that an accepted merge says it is */
  mergedInto: z.string().optional(),
  /** the scene's place is where this leads, see `scenes/formula` */
  formula: z.string().optional(),
  /** ids of the scenes and concepts that the formula names, and what they were made of when it was worked out last */
  formulaNames: z.array(z.string()).optional(),
  formulaDigest: z.string().optional(),
  modelId: z.string().optional(),
  modelSha256: z.string().optional(),
  heldBy: z.array(Holder),
  since: z.int(),
});
export type Scene = z.infer<typeof Scene>;

export const Passage = z.object({
  id: PassageId,
  sceneId: SceneId,
  rootId: SceneId,
  vaultId: VaultId.optional(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** sha256 of the text, hex: the cache key of its vector */
  hash: z.string(),
});
export type Passage = z.infer<typeof Passage>;

export const Concept = z.object({
  id: ConceptId,
  name: z.string(),
  aliases: z.array(z.string()),
  alsoCalled: z.array(z.string()).optional(),
  mergedInto: z.string().optional(),
  /** what made it a concept first */
  from: z.enum(['tag', 'title', 'alias', 'code', 'bold', 'person', 'model', 'pack']),
  origin: Origin,
  heldBy: z.array(Holder),
  since: z.int(),
});
export type Concept = z.infer<typeof Concept>;

export const Link = z.object({
  id: LinkId,
  kind: LinkKind,
  origin: Origin,
  embed: z.boolean().optional(),
  /** three arrays side by side: a relationship property cannot be a map */
  evidencePassages: z.array(PassageId),
  evidenceStarts: z.array(z.int()),
  evidenceEnds: z.array(z.int()),
  acceptedBy: z.literal('person').optional(),
  proposalId: z.string().optional(),
  modelId: z.string().optional(),
  /** why, in the words of the person who drew it */
  reason: z.string().optional(),
  /** the text of a scene that a person wrote says it: it goes with those words */
  inText: z.boolean().optional(),
  heldBy: z.array(Holder),
  since: z.int(),
  until: z.int().optional(),
});
export type Link = z.infer<typeof Link>;

export const Region = z.object({
  id: RegionId,
  name: z.string(),
  /** 0–359, stable while its members mostly stay */
  hue: z.number(),
  scenes: z.int(),
  /** words that all members share against the rest, best first */
  describes: z.array(z.string()),
  named: z.enum(['signals', 'person']),
});
export type Region = z.infer<typeof Region>;

export const Pack = z.object({
  id: PackId,
  name: z.string(),
  digest: z.string(),
  importedAt: z.string(),
  about: z.string().optional(),
  language: z.enum(['ru', 'en']).optional(),
});
export type Pack = z.infer<typeof Pack>;
