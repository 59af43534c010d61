import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import type { Explained, PlanStep } from './graph.ts';

/** Steps that only read the graph or work on rows; what is not here does not run. Names are the planner's. */
const reading = [
  // AllNodesScan, NodeIndexSeekByRange, DirectedRelationshipTypeScan …; the ones that lock are for writing and have brackets
  /^(?!Load)[A-Za-z]*(Scan|Seek|SeekByRange|Lookup)$/u,
  /^(Optional|VarLength|Bidirectional)?(Expand|Repeat)\(/u,
  /^(Stateful)?ShortestPath(\(|$)/u,
  /^(Let)?(Anti|Select|SelectOr|SelectOrAnti)?SemiApply$/u,
  /^(Anti)?(Conditional)?Apply$/u,
  /^[A-Za-z]*HashJoin$/u,
  /^(Node|Relationship)CountFromCountStore$/u,
  /^(Ordered|Eager)?(Aggregation|Distinct|Union)$/u,
  /^(Partial)?(Sort|Top)$/u,
  /^(Exhaustive)?(Limit|Skip)$/u,
  /^(Partitioned)?(Unwind|Argument)$/u,
  /^Triadic(Selection|Build|Filter)$/u,
  /^(ProduceResults|Projection|Filter|CacheProperties|Optional|CartesianProduct|RollUpApply|Eager|EmptyRow|DropResult|EmptyResult|AssertSameNode|AssertSameRelationship|NullifyMetadata|Top1WithTies|ProcedureCall)$/u,
];

/** Procedures that only tell of the graph. */
const procedures = new Set([
  'db.labels',
  'db.relationshiptypes',
  'db.propertykeys',
  'db.schema.nodetypeproperties',
  'db.schema.reltypeproperties',
  'db.index.fulltext.querynodes',
  'db.index.fulltext.queryrelationships',
  'db.index.vector.querynodes',
  'db.index.vector.queryrelationships',
]);

/** What functions of the language itself begin with; a server's own may do anything. */
const functionFamilies = new Set([
  'point',
  'vector',
  'date',
  'datetime',
  'localdatetime',
  'localtime',
  'time',
  'duration',
]);

/** Why a statement is not plain reading; null: it is. */
export function refusal(
  text: string,
  { type, steps }: Extract<Explained, { status: 'planned' }>,
): CellProblem | null {
  const found = (code: CellProblem['code'], name = ''): CellProblem => ({ code, values: { name } });
  const named = (pattern: RegExp) => steps.find(({ operator }) => pattern.test(operator));
  if (named(/^LoadCSV/iu)) return found('cypher_load_csv');
  const shows = named(/^(Show|Terminate|List|Describe)/u);
  if (shows) return found('cypher_shows', shows.operator);
  const procedure = steps
    .map(procedureOf)
    .find((name) => name !== null && !procedures.has(name.toLowerCase()));
  if (procedure) return found('cypher_procedure', procedure);
  if (type === 's') return found('cypher_shows', steps[0]?.operator ?? '');
  if (type !== 'r') return found('cypher_writes');
  const called = dottedCalls(text).find((name) => !isKnownCall(name));
  if (called !== undefined) return found('cypher_function', called);
  const other = steps.find(({ operator }) => !reading.some((pattern) => pattern.test(operator)));
  return other ? found('cypher_operator', other.operator) : null;
}

function procedureOf({ operator, details }: PlanStep): string | null {
  if (operator !== 'ProcedureCall') return null;
  // what it calls and cannot be read is not on the list
  return /^\s*([\p{L}\p{N}_.`]+)\s*\(/u.exec(details)?.[1]?.replaceAll('`', '') ?? details;
}

function isKnownCall(name: string): boolean {
  const lower = name.toLowerCase();
  return procedures.has(lower) || functionFamilies.has(lower.split('.')[0] ?? '');
}

/** `a.b(`, also in backticks, outside of texts and comments. */
function dottedCalls(text: string): string[] {
  const code = text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, ' ');
  const part = '(?:[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]*`)';
  return [...code.matchAll(new RegExp(`${part}(?:\\s*\\.\\s*${part})+(?=\\s*\\()`, 'gu'))].map(([whole]) =>
    whole.replaceAll(/[`\s]/gu, ''),
  );
}
