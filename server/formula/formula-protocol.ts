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
  /** `found`: by `referenceKey`. `vaultId`: only its scenes are an answer. */
  | { type: 'work'; text: string; found: ReadonlyMap<string, Found>; vaultId: string | null };

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
}

/** To `fill`: how many scenes are held. */
export type FormulaAnswered = { scenes: number } | { findings: Finding[] } | { worked: Worked };
