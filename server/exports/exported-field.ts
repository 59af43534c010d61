import type { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { SceneKind, SceneState } from '../../graph-schema/nodes.ts';

/** A whole note, a written scene, or one that links call for and nobody wrote. Its sections and turns are in its text. */
export interface ExportedScene {
  id: string;
  title: string;
  kind: SceneKind;
  state: SceneState;
  origin: Origin;
  aliases: readonly string[];
  /** names */
  concepts: readonly string[];
  /** names */
  speakers: readonly string[];
  /** name of the vault */
  vault: string | null;
  /** in the vault, `/` between parts */
  path: string | null;
  regionId: string | null;
  /** field units, down is positive */
  x: number;
  y: number;
  /** neighbours among all scenes of the field */
  degree: number;
  /** ISO 8601, as the note says it */
  at: string | null;
  /** Markdown as written; null where there is none, or where the format did not ask for texts */
  text: string | null;
  /** written or accepted here, not read from a file */
  isOwn: boolean;
}

/** All links of one kind from anywhere in one scene to anywhere in another. */
export interface ExportedLink {
  from: string;
  to: string;
  kind: LinkKind;
  origins: readonly Origin[];
  /** how many single links it stands for */
  count: number;
  /** a person wrote or accepted it here */
  isOwn: boolean;
  /** verbatim quotes, and the scene that each is from */
  evidence: readonly { sceneId: string; text: string }[];
}

export interface ExportedRegion {
  id: string;
  name: string;
  /** 0–359 */
  hue: number;
  describes: readonly string[];
}

/** The part of the field that leaves: what every format is written from. Scenes by id, links by their ends, largest region first. */
export interface ExportedField {
  title: string;
  language: 'ru' | 'en';
  scenes: readonly ExportedScene[];
  links: readonly ExportedLink[];
  regions: readonly ExportedRegion[];
  /** paths of the field's other notes: a link must not be taken for one to them */
  otherNotes: readonly string[];
}
