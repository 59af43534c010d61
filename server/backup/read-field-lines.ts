import type { Row, Tx } from '../graph/graph.ts';
import { holdChanges, readNodes, readRelations, readSchema } from './backup.cypher.ts';
import {
  keptLabels,
  keyOf,
  packProperties,
  RelationType,
  type Header,
  type KeptLabel,
  type NodeLine,
  type RelationLine,
} from './backup-line.ts';

const helping = 1000;

/** The field as lines, in a fixed order: nodes by label and key, then what goes out of each. */
export function readFieldLines(tx: Tx): {
  header: () => Promise<Omit<Header, 'scenefield' | 'version'>>;
  lines: AsyncIterable<string>;
} {
  return {
    async header() {
      await tx.run(holdChanges);
      const [row] = await tx.run(readSchema);
      return { schema: Number(row?.['version']), madeAt: new Date().toISOString() };
    },
    lines: linesOf(tx),
  };
}

async function* linesOf(tx: Tx): AsyncGenerator<string> {
  for (const label of keptLabels) {
    for await (const row of pages(tx, readNodes(label))) {
      yield toLine({ node: label, props: packProperties(row['props'] as Row) });
    }
  }
  for (const label of keptLabels) {
    for await (const row of pages(tx, readRelations(label))) yield* relationLines(label, row);
  }
}

async function* pages(tx: Tx, query: string): AsyncGenerator<Row> {
  for (let after: unknown = null; ;) {
    const rows = await tx.run(query, { after, limit: helping });
    yield* rows;
    if (rows.length < helping) return;
    after = rows.at(-1)?.['key'];
  }
}

function relationLines(label: KeptLabel, { key, relations }: Row): string[] {
  const lines = (relations as Row[]).flatMap((row) => {
    const to = (row['labels'] as string[]).find((name): name is KeptLabel =>
      keptLabels.some((kept) => kept === name),
    );
    const type = RelationType.safeParse(row['type']);
    const toKey = to === undefined ? undefined : (row['other'] as Row)[keyOf(to)];
    // Someone else's relationship in a shared database, or an end without a name of ours.
    if (!type.success || to === undefined || toKey === null || toKey === undefined) return [];
    const ends = { from: [label, key] as RelationLine['from'], to: [to, toKey] as RelationLine['to'] };
    return [toLine({ relation: type.data, ...ends, props: packProperties(row['props'] as Row) })];
  });
  return lines.sort();
}

function toLine(line: NodeLine | RelationLine): string {
  return `${JSON.stringify(line)}\n`;
}
