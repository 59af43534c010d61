import { z } from 'zod';
import { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { CellInput, MadeFrom } from '../../graph-schema/views/notebook-view.ts';
import type { Row } from '../graph/graph.ts';
import { readInput } from './cells/cell-kinds.ts';

/** What a stored result was made from, and when. */
export const Made = MadeFrom.extend({
  /** the input as it was, JSON */
  input: z.string(),
  /** of the table that came of it */
  digest: z.string(),
  /** digests of the tables that it used, by name */
  used: z.record(z.string(), z.string()),
  at: z.string(),
  seconds: z.number(),
});
export type Made = z.infer<typeof Made>;

/** What the last run met instead of a result. */
export const Met = z.object({ problem: CellProblem, input: z.string(), at: z.string(), seconds: z.number() });
export type Met = z.infer<typeof Met>;

/** A cell without what it came to. */
export interface StoredCell {
  id: string;
  name: string | null;
  input: CellInput;
  edition: number;
  /** its lines in the file that it was read from, as they were written there */
  source: string | null;
  made: Made | null;
  met: Met | null;
}

export function storedCell(row: Row): StoredCell {
  const json = (name: string): unknown => (row[name] == null ? null : JSON.parse(String(row[name])));
  return {
    id: String(row['id']),
    name: row['name'] == null ? null : String(row['name']),
    // what no version of this program reads any more is kept to be read by a person
    input: readInput(String(row['input'])) ?? {
      kind: 'prose',
      text: `\`\`\`json\n${String(row['input'])}\n\`\`\``,
    },
    edition: Number(row['edition'] ?? 0),
    source: row['source'] == null ? null : String(row['source']),
    made: Made.nullable().catch(null).parse(json('made')),
    met: Met.nullable().catch(null).parse(json('met')),
  };
}

/** The form in which two inputs are compared. */
export function inputKey(input: CellInput): string {
  return JSON.stringify(input);
}
