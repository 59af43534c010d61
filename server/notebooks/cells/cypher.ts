import { CypherInput } from '../../../graph-schema/views/cells/cypher.ts';
import type { Table } from '../../../graph-schema/views/cells/table.ts';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import { askPlainly } from '../../graph/ask-plainly.ts';
import type { Answered } from '../../graph/graph.ts';
import { firstRows } from '../table-part.ts';
import type { CellKind, CellOutcome, RunContext } from './cell-kind.ts';
import { chartOf } from './chart-of.ts';
import { drawScenes } from './draw.ts';
import { plainTable } from './plain-table.ts';
import { isSceneRef, scenesIn } from './scene-table.ts';
import { namesIn } from './used-names.ts';

/** A statement that only reads: planned first, refused unless all of its plan is plain reading. */
export const cypher: CellKind<'cypher'> = {
  kind: 'cypher',
  schema: CypherInput,
  inputs: ['field'],
  words: 'text',
  uses: ({ text }) => namesIn(text),
  async run(input, context) {
    const { text } = input;
    if (text.trim() === '') return { problem: { code: 'nothing_asked', values: {} } };
    const { door, used, signal } = context;
    const parameters = Object.fromEntries([...used].map(([name, table]) => [name, listed(table)]));
    const answered = await askPlainly(door.reads, text, { parameters, signal });
    return answered.status === 'rows' ? show(input, answered, context) : { problem: answered.problem };
  },
};

/** A result as a parameter: a list of maps, one a row; a scene is a map of its id and title. */
function listed({ columns, rows }: Table): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((column, at) => {
        const value = row[at] ?? null;
        return [column, isSceneRef(value) ? { id: value.sceneId, title: value.title } : value];
      }),
    ),
  );
}

async function show(
  input: InputOf<'cypher'>,
  { columns, rows, isCut }: Extract<Answered, { status: 'rows' }>,
  { door }: RunContext,
): Promise<CellOutcome<'cypher'>> {
  const table = plainTable(columns, rows);
  const field = input.show === 'map' ? await door.field.load() : null;
  const charted = input.show === 'chart' ? chartOf(table, { ...input, sum: 'sum' }) : null;
  return {
    result: {
      kind: 'cypher',
      table: firstRows(table, isCut),
      drawing: field && drawScenes(field, scenesIn(table)),
      chart: charted && 'chart' in charted ? charted.chart : null,
    },
    table,
    ...(charted && 'problem' in charted && { problem: charted.problem }),
  };
}
