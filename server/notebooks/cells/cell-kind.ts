import type { z } from 'zod';
import type { CellInput, CellResult } from '../../../graph-schema/views/notebook-view.ts';
import type { FormulaAnswer } from '../../../graph-schema/views/formula-view.ts';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import type { SearchHit } from '../../../graph-schema/views/search-hit.ts';

/** What a cell may ask the field for; handed in, so that this room knows no other's Cypher. */
export interface CellDoor {
  search(input: { text: string; limit: number; mode: 'fused' }): Promise<{ hits: SearchHit[] }>;
  formulas: { evaluate(input: { text: string }): Promise<FormulaAnswer> };
  field: {
    view(input: {
      zoom: 'regions' | 'main' | 'all';
      regionId?: string | undefined;
      around?: string | undefined;
      depth?: number | undefined;
    }): Promise<FieldView>;
  };
}

type InputOf<K extends CellInput['kind']> = Extract<CellInput, { kind: K }>;
type ResultOf<K extends CellInput['kind']> = Extract<CellResult, { kind: K }>;

/** One kind of cell. `inputs`: what its result depends on; with `field` it is stale once the field has changed. */
export interface CellKind<K extends CellInput['kind']> {
  kind: K;
  schema: z.ZodType<InputOf<K>>;
  inputs: readonly 'field'[];
  run(input: InputOf<K>, door: CellDoor): Promise<ResultOf<K>>;
}
