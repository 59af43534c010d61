import { z } from 'zod';
import { LinkKind, Origin } from '../link-kinds.ts';
import { RegionId, SceneId, VaultId } from '../ids.ts';
import { SceneKind, SceneState } from '../nodes.ts';
import { Speaker } from './speaker.ts';

/** A scene on the map. `x`, `y` are field units; `degree` counts neighbours. */
export const FieldNode = z.object({
  id: SceneId,
  title: z.string(),
  kind: SceneKind,
  state: SceneState,
  origin: Origin,
  regionId: RegionId.nullable(),
  /** null: written here, from a pack, or called for only; and in a view that an earlier version kept */
  vaultId: VaultId.nullable().default(null),
  /** `2026-11-29`: what the note says of itself, else its file; null: not known */
  day: z.string().nullable().default(null),
  x: z.number(),
  y: z.number(),
  degree: z.int(),
  /** one of the region's main scenes: labelled first */
  main: z.boolean(),
  /** who speaks in it, the most talkative first; empty where nobody does, and in a view that an earlier version kept */
  speakers: z.array(Speaker).default([]),
  /** a person holds it at its place */
  pinned: z.boolean().default(false),
});
export type FieldNode = z.infer<typeof FieldNode>;

/** All links of one kind and direction between two scenes of the map, drawn as one. */
export const FieldEdge = z.object({
  id: z.string(),
  from: SceneId,
  to: SceneId,
  kind: LinkKind,
  origins: z.array(Origin),
  count: z.int(),
});
export type FieldEdge = z.infer<typeof FieldEdge>;

export const FieldRegion = z.object({
  id: RegionId,
  name: z.string(),
  hue: z.number(),
  /** written notes */
  scenes: z.int(),
  /** those of them that the selection asks for; missing where it asks for no days and no speaker */
  chosen: z.int().optional(),
  x: z.number(),
  y: z.number(),
  /** closed outline, field units */
  hull: z.array(z.tuple([z.number(), z.number()])),
  main: z.array(z.object({ id: SceneId, title: z.string() })),
  describes: z.array(z.string()),
  /** what it is made of, largest first; empty where it is of one piece, and in a view that an earlier version kept */
  parts: z
    .array(z.object({ id: z.string(), name: z.string(), scenes: z.int(), x: z.number(), y: z.number() }))
    .default([]),
});
export type FieldRegion = z.infer<typeof FieldRegion>;

/** A part of the ground, field units. */
export const Box = z.object({ x1: z.number(), y1: z.number(), x2: z.number(), y2: z.number() });
export type Box = z.infer<typeof Box>;

export const FieldView = z.object({
  /** change number this view was made at */
  at: z.int(),
  /** the ground of all that the selection asks for, shown or not; null where there is nothing */
  box: Box.nullable().default(null),
  /** all that the selection asks for is shown; otherwise a nearer look shows more */
  isWhole: z.boolean().default(true),
  /** written notes that the selection asks for, out of those of its vault; null in a view that an earlier version kept */
  notes: z.object({ chosen: z.int(), of: z.int() }).nullable().default(null),
  nodes: z.array(FieldNode),
  edges: z.array(FieldEdge),
  regions: z.array(FieldRegion),
  /** links between two regions, strongest first */
  currents: z.array(z.object({ from: RegionId, to: RegionId, links: z.int() })),
  /** `links`, `missing`: of the chosen vault, where one is; the rest of the whole field */
  totals: z.object({
    scenes: z.int(),
    links: z.int(),
    missing: z.int(),
    concepts: z.int(),
    regions: z.int(),
  }),
  /** everybody who speaks anywhere in the field, in the most scenes first */
  speakers: z.array(Speaker.extend({ scenes: z.int() })).default([]),
  /** true where positions are still being computed */
  settling: z.boolean(),
});
export type FieldView = z.infer<typeof FieldView>;
