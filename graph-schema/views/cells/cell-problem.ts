import { z } from 'zod';
import { errorCodes } from '../../app-error.ts';

/** What keeps a cell from its result; the words are in `messages/LANGUAGE/app-notebook.ts`. */
export const cellProblemCodes = [
  // how cells use each other
  'same_name',
  'circle',
  'unknown_name',
  'used_has_none',
  // what a cell asks for
  'nothing_asked',
  'region_missing',
  'scene_missing',
  'day_wrong',
  'column_missing',
  'no_numbers',
  'no_scenes',
  // Cypher
  'cypher_wrong',
  'cypher_writes',
  'cypher_load_csv',
  'cypher_shows',
  'cypher_procedure',
  'cypher_function',
  'cypher_operator',
  'cypher_timeout',
  'cypher_failed',
  // formulas say themselves what is wrong
  'formula_wrong',
  'stopped',
  // what another capability met: `fault` is its code
  'fault',
] as const;

export const CellProblem = z.object({
  code: z.enum(cellProblemCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  fault: z.enum(errorCodes).optional(),
});
export type CellProblem = z.infer<typeof CellProblem>;
