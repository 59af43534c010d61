import type { Explanation } from '../../scenes/formula/explanation.ts';
import type { Finding, FormulaProblemCode, FormulaProblemValues } from '../../scenes/formula/problem.ts';
import type { Vector } from '../../scenes/formula/vectors.ts';
import type { GraphAddress } from '../graph/connect-graph.ts';

/** What was found of a thing that a formula names: as `Place` in `scenes/formula`, with ids of scenes for rows. `names`: ids of what a change of would move it. */
export type Found =
  | { type: 'scenes'; ids: string[]; own: string[]; missing: Missing; names: string[] }
  | { type: 'passages' | 'words' | 'placed'; vector: Vector; own: string[]; names: string[] }
  | { type: 'links'; kind: string; pairs: { from: string; to: string }[]; names: string[] }
  | ({ type: 'missing' } & Missing);

/** What to say where nothing of it has a place. */
export interface Missing {
  code: FormulaProblemCode;
  values: FormulaProblemValues;
}

/** What the thread that holds the vectors is asked; each is answered once. */
export type FormulaAsked =
  /** Brings what is held to what the graph holds. `words`: vectors of some short texts. */
  | { type: 'fill'; model: string; address: GraphAddress; words: Vector[] }
  /** `found`: by `referenceKey`. `vaultId`: only its scenes are an answer. `along`: ids of scenes to be placed on the axis that the formula is. */
  | {
      type: 'work';
      text: string;
      found: ReadonlyMap<string, Found>;
      vaultId: string | null;
      along?: readonly string[];
    }
  /** The scenes that lie nearest to one, itself and those left out. */
  | { type: 'nearest'; id: string; count: number; skip: ReadonlySet<string> };

export interface Worked {
  type: 'scene' | 'axis' | 'relation' | 'number' | 'list';
  value: number | null;
  unit: 'plain' | 'position' | 'percentile' | null;
  examples: number | null;
  /** of a scene: where it lies, unit length; of a list what it was ranked by first */
  vector: Vector | null;
  own: string[];
  /** rows stand for `ids` */
  explanation: Explanation;
  ids: ReadonlyMap<number, string>;
  /** where scenes lie on the axis; null where none were asked for */
  along: Along | null;
}

export interface Along {
  /** by id: 0 at the axis's beginning, 1 at its end; scenes without a vector are left out */
  places: ReadonlyMap<string, number>;
  /** nine of ten of the field's scenes lie between */
  low: number;
  high: number;
}

/** `alike`: likelier than so many of a hundred random pairs of the field. */
export type NearScene = { id: string; alike: number };

/** To `fill`: how many scenes are held. `nearest` is null where the scene has no vector. */
export type FormulaAnswered =
  | { scenes: number }
  | { findings: Finding[] }
  | { worked: Worked }
  | { nearest: NearScene[] | null };
