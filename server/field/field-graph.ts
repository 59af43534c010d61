import type { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { Scene } from '../../graph-schema/nodes.ts';
import type { RegionId, SceneId, VaultId } from '../../graph-schema/ids.ts';
import type { Speaker } from '../../graph-schema/views/speaker.ts';

/** A root scene of the field: a note, a written scene, a missing one. `x`, `y` are null until a layout has run. */
export interface FieldScene {
  id: SceneId;
  title: string;
  kind: Scene['kind'];
  state: Scene['state'];
  origin: Origin;
  vaultId: VaultId | null;
  path: string | null;
  /** ISO time: what the note says of itself, else its file */
  at: string | null;
  regionId: RegionId | null;
  /** the part of that region that it is in, where that has parts */
  partId: string | null;
  /** it came after its region was found */
  joined: boolean;
  x: number | null;
  y: number | null;
  /** a person holds it there */
  pinned: boolean;
}

/** All links of one kind from anywhere in one root scene to anywhere in another. */
export interface FieldLink {
  from: SceneId;
  to: SceneId;
  kind: LinkKind;
  origins: Origin[];
  count: number;
}

/** Whether two notes are linked only because a proposal was accepted. */
export function isAccepted({ origins }: Pick<FieldLink, 'origins'>): boolean {
  return origins.every((origin) => origin === 'model');
}

export interface FieldRegionRow {
  id: RegionId;
  name: string;
  hue: number;
  describes: string[];
  named: 'signals' | 'person';
  /** region id → cosine of tf-idf centroids, as the last layout found it */
  alike: ReadonlyMap<string, number>;
  /** what it is made of, largest first; empty where it is of one piece */
  parts: { id: string; name: string }[];
  /** most central first */
  members: FieldScene[];
}

/** The whole field at the level of notes, in memory; never changed after it is made. */
export interface FieldGraph {
  /** change number it was read at */
  at: number;
  scenes: FieldScene[];
  sceneById: ReadonlyMap<string, FieldScene>;
  links: FieldLink[];
  /** neighbours in either direction, without doubles */
  neighbours: ReadonlyMap<string, ReadonlySet<SceneId>>;
  /** by root scene, the most talkative first */
  speakers: ReadonlyMap<string, readonly Speaker[]>;
  /** largest first */
  regions: FieldRegionRow[];
  totals: { scenes: number; missing: number; concepts: number };
}

export function neighboursOf(field: FieldGraph, id: string): ReadonlySet<SceneId> {
  return field.neighbours.get(id) ?? new Set();
}

export function degreeOf(field: FieldGraph, id: string): number {
  return neighboursOf(field, id).size;
}

export function speakersIn(field: FieldGraph, id: string): readonly Speaker[] {
  return field.speakers.get(id) ?? [];
}
