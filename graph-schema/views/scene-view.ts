import { z } from 'zod';
import { Evidence } from '../evidence.ts';
import { ConceptId, LinkId, RegionId, SceneId, VaultId } from '../ids.ts';
import { LinkKind, Origin } from '../link-kinds.ts';
import { SceneKind, SceneState } from '../nodes.ts';
import { Speaker } from './speaker.ts';

/** A link as the inspector and `scenefield scene` show it: seen from one of its ends. */
export const SceneLink = z.object({
  id: LinkId,
  relation: LinkKind,
  direction: z.enum(['out', 'in']),
  origin: Origin,
  embed: z.boolean(),
  other: z.object({ id: SceneId, title: z.string(), state: SceneState }),
  evidence: z.array(Evidence),
  /** why, in the words of the person who drew it */
  reason: z.string().nullable().default(null),
  /** a person drew it, not a text of theirs: it can be taken away by itself */
  isDrawn: z.boolean().default(false),
});
export type SceneLink = z.infer<typeof SceneLink>;

/** One scene, whole. `start`, `end` of `source` are UTF-16 offsets of the scene in its source's text. */
export const SceneView = z.object({
  id: SceneId,
  rootId: SceneId,
  title: z.string(),
  kind: SceneKind,
  state: SceneState,
  origin: Origin,
  aliases: z.array(z.string()),
  /** who says it: of a turn and its sections the one, of a talk all */
  speakers: z.array(Speaker),
  speaker: z.string().nullable(),
  at: z.string().nullable(),
  /** Markdown as written */
  body: z.string(),
  source: z
    .object({ vaultId: VaultId, vault: z.string(), path: z.string(), start: z.int(), end: z.int() })
    .nullable(),
  region: z.object({ id: RegionId, name: z.string(), hue: z.number() }).nullable(),
  /** parents first, this scene not included */
  within: z.array(z.object({ id: SceneId, title: z.string() })),
  /** sections and turns inside, in order */
  outline: z.array(
    z.object({
      id: SceneId,
      title: z.string(),
      kind: SceneKind,
      level: z.int().nullable(),
      speaker: z.string().nullable(),
      start: z.int(),
    }),
  ),
  links: z.array(SceneLink),
  concepts: z.array(z.object({ id: ConceptId, name: z.string(), mentions: z.int() })),
  passages: z.int(),
  /** `obsidian://` address, where the scene has a file */
  openInObsidian: z.string().nullable(),
});
export type SceneView = z.infer<typeof SceneView>;
