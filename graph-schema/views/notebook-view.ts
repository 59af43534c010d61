import { z } from 'zod';
import { CellId, NotebookId } from '../ids.ts';
import { FieldView } from './field-view.ts';
import { FormulaAnswer } from './formula-view.ts';
import { SearchHit } from './search-hit.ts';

export const CellInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prose'), text: z.string() }),
  z.object({ kind: z.literal('search'), text: z.string(), limit: z.int().min(1).max(50) }),
  z.object({
    kind: z.literal('map'),
    sceneId: z.string().optional(),
    regionId: z.string().optional(),
    depth: z.int().min(1).max(3),
  }),
  z.object({ kind: z.literal('formula'), text: z.string().max(20_000) }),
]);
export type CellInput = z.infer<typeof CellInput>;

export const CellResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prose') }),
  z.object({ kind: z.literal('search'), hits: z.array(SearchHit) }),
  z.object({ kind: z.literal('map'), view: FieldView }),
  z.object({ kind: z.literal('formula'), answer: FormulaAnswer }),
]);
export type CellResult = z.infer<typeof CellResult>;

export const CellView = z.object({
  id: CellId,
  input: CellInput,
  result: CellResult.nullable(),
  ranAt: z.string().nullable(),
  /** the field changed since it ran */
  stale: z.boolean(),
});
export type CellView = z.infer<typeof CellView>;

export const NotebookView = z.object({
  id: NotebookId,
  title: z.string(),
  updatedAt: z.string(),
  cells: z.array(CellView),
});
export type NotebookView = z.infer<typeof NotebookView>;
