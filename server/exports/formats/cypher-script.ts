import { linkKinds, relationshipType } from '../../../graph-schema/link-kinds.ts';
import type { ExportedField, ExportedScene } from '../exported-field.ts';
import type { ExportFormat } from '../export-format.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** Rows of one statement: a parser reads a few hundred quickly, and many thousands slowly. */
const rowsAStatement = 200;

/** A script for `cypher-shell` or Neo4j Browser that makes the same graph in any Neo4j; run twice it changes nothing. */
export const cypherScript: ExportFormat = {
  ending: '.cypher',
  isFolder: false,
  needsText: false,
  files: (field) => [{ path: '', text: write(field) }],
};

function* write({ scenes, links, regions }: ExportedField): Generator<string> {
  yield '// Scenefield\n';
  for (const label of ['Scene', 'Region', 'Concept'])
    yield `CREATE CONSTRAINT scenefield_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  yield* statements(
    regions.map(({ id, ...properties }) => ({ id, properties })),
    'MERGE (r:Region {id: row.id}) SET r += row.properties',
  );
  yield* statements(scenes.map(sceneRow), 'MERGE (s:Scene {id: row.id}) SET s += row.properties');
  yield* statements(
    scenes.flatMap(({ id, regionId }) => (regionId === null ? [] : [{ id, regionId }])),
    'MATCH (s:Scene {id: row.id}), (r:Region {id: row.regionId}) MERGE (s)-[:IN_REGION]->(r)',
  );
  yield* statements(
    scenes.flatMap(({ id, concepts }) => concepts.map((concept) => ({ id, concept }))),
    'MATCH (s:Scene {id: row.id}) MERGE (c:Concept {id: row.concept}) SET c.name = row.concept MERGE (s)-[:MENTIONS]->(c)',
  );
  for (const kind of linkKinds)
    yield* statements(
      links
        .filter((link) => link.kind === kind)
        .map(({ from, to, origins, count, evidence }) => {
          const quotes = evidence.map(({ text }) => text);
          return { from, to, properties: { origins, count, evidence: quotes } };
        }),
      `MATCH (a:Scene {id: row.from}), (b:Scene {id: row.to}) MERGE (a)-[l:${relationshipType(kind)}]->(b) SET l += row.properties`,
    );
}

function sceneRow(scene: ExportedScene): Value {
  const { id, title, kind, state, origin, aliases, speakers, vault, path, x, y, degree, at } = scene;
  return { id, properties: { title, kind, state, origin, aliases, speakers, vault, path, x, y, degree, at } };
}

function* statements(rows: readonly Value[], act: string): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsAStatement) {
    const list = rows.slice(at, at + rowsAStatement).map(literal);
    yield `UNWIND [\n${list.join(',\n')}\n] AS row\n${act};\n`;
  }
}

function literal(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  const fields = Object.entries(value).filter(([, one]) => one !== null);
  return `{${fields.map(([name, one]) => `${name}: ${literal(one)}`).join(', ')}}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/**
 * A quote leaves as `\'`: some versions of Neo4j turn `\uXXXX` into its sign before they look for quotes. For the same reason no `u` of the
 * text stands behind a backslash. What a reader of statements might take for something else leaves as `\uXXXX`.
 */
function quoted(text: string): string {
  const inside = text

    // oxlint-disable-next-line no-control-regex -- control characters are just what is meant
    .replace(/\\u|[\\';\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/gi, (sign) => {
      if (sign === '\\' || sign === "'") return `\\${sign}`;
      if (sign.length === 2) return `\\\\${escaped(sign.slice(1))}`;
      return escaped(sign);
    });
  return `'${inside}'`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
