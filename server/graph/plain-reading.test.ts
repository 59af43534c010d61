import { expect, test } from 'vitest';
import type { PlanStep } from './graph.ts';
import { refusal } from './plain-reading.ts';

const planned = (type: string, ...steps: (string | PlanStep)[]) => ({
  status: 'planned' as const,
  type,
  steps: steps.map((step) => (typeof step === 'string' ? { operator: step, details: '' } : step)),
});
const call = (details: string): PlanStep => ({ operator: 'ProcedureCall', details });

test('steps that read pass', () => {
  const steps = ['ProduceResults', 'Top', 'EagerAggregation', 'Expand(All)', 'NodeUniqueIndexSeek', 'Filter'];
  expect(refusal('MATCH …', planned('r', ...steps))).toBeNull();
  expect(
    refusal('CALL db.labels()', planned('r', 'ProduceResults', call('db.labels() :: (label)'))),
  ).toBeNull();
});

test.each([
  ['cypher_load_csv', planned('r', 'ProduceResults', 'LoadCSV')],
  ['cypher_shows', planned('r', 'ShowProcedures')],
  ['cypher_shows', planned('s', 'CreateIndex')],
  ['cypher_writes', planned('rw', 'ProduceResults', 'Create')],
  ['cypher_procedure', planned('r', call('dbms.listConfig($x) :: (name)'))],
  ['cypher_procedure', planned('r', call('apoc.load.json(x)'))],
  ['cypher_operator', planned('r', 'ProduceResults', 'TransactionApply')],
  ['cypher_operator', planned('r', 'NodeUniqueIndexSeek(Locking)')],
  ['cypher_operator', planned('r', 'SomethingNew')],
] as const)('%s', (code, plan) => {
  expect(refusal('…', plan)?.code).toBe(code);
});

test('functions of a server’s own do not run, however they are written; those of the language do', () => {
  const reads = planned('r', 'ProduceResults', 'Projection');
  for (const text of [
    'RETURN apoc.cypher.runFirstColumn("x")',
    'RETURN `apoc`.`load` . json(1)',
    'RETURN /* */ custom.read (1)',
  ])
    expect(refusal(text, reads)?.code).toBe('cypher_function');
  for (const text of ['RETURN point.distance(a, b)', "RETURN 'apoc.x(1)'", 'RETURN n.size // apoc.x(1)'])
    expect(refusal(text, reads)).toBeNull();
});
