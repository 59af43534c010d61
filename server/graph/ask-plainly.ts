import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import type { Answered, TypedReads } from './graph.ts';
import { refusal } from './plain-reading.ts';

const timeoutMs = 10_000;
const mostRows = 5000;

type Rows = Extract<Answered, { status: 'rows' }>;

/** A person's own statement: planned first, run only where all of its plan is plain reading, for ten seconds and 5,000 rows at most. */
export async function askPlainly(
  reads: TypedReads,
  text: string,
  { parameters = {}, signal }: { parameters?: Record<string, unknown>; signal: AbortSignal },
): Promise<Rows | { status: 'problem'; problem: CellProblem }> {
  const problem = (found: CellProblem) => ({ status: 'problem' as const, problem: found });
  const explained = await reads.explain(text);
  if (explained.status === 'wrong') {
    const { line, column, detail } = explained;
    return problem({ code: 'cypher_wrong', values: { line, column, detail } });
  }
  const refused = refusal(text, explained);
  if (refused) return problem(refused);
  const answered = await reads.ask(text, parameters, { timeoutMs, mostRows, signal });
  return answered.status === 'rows' ? answered : problem(problemOf(answered));
}

function problemOf(answered: Exclude<Answered, Rows>): CellProblem {
  switch (answered.status) {
    case 'timeout':
      return { code: 'cypher_timeout', values: { seconds: timeoutMs / 1000 } };
    case 'cancelled':
      return { code: 'stopped', values: {} };
    case 'failed':
      return { code: 'cypher_failed', values: { detail: answered.detail } };
  }
}
