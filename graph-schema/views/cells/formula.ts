import { z } from 'zod';
import { FormulaAnswer } from '../formula-view.ts';

/** A formula of scenes. `$name` is the middle of another cell's scenes. */
export const FormulaInput = z.object({
  kind: z.literal('formula'),
  text: z.string().max(20_000).default(''),
});
export const FormulaCellResult = z.object({
  kind: z.literal('formula'),
  answer: FormulaAnswer,
  /** the formula with the scenes that other cells came to in place of their names */
  worked: z.string().default(''),
});
