import { randomUUID } from 'node:crypto';
import neo4j, { type Driver, Neo4jError, type Plan, type ResultSummary } from 'neo4j-driver';
import type { Answered, Explained, PlanStep, Row, TypedReads } from './graph.ts';
import { type Place, toAppError } from './neo4j-errors.ts';
import { terminateAsked } from './server.cypher.ts';
import { fromObject, toNeo4j } from './values.ts';

/** Rows fetched at once: what is over the limit is never asked for. */
const helping = 500;

export function typedReads(driver: Driver, place: Place): TypedReads {
  const open = () =>
    driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize: helping,
      ...(place.database !== null && { database: place.database }),
    });
  return {
    async explain(cypher) {
      const session = open();
      try {
        // on a line of its own, so that places of faults are those of the text but for one line
        const { summary } = await session.run(`EXPLAIN\n${cypher}`);
        return { status: 'planned', type: summary.queryType, steps: stepsOf(summary) };
      } catch (error) {
        return wrongOf(error) ?? raise(error, place);
      } finally {
        await session.close();
      }
    },
    async ask(cypher, parameters, { timeoutMs, mostRows, signal }) {
      const session = open();
      const asked = randomUUID();
      const terminate = () => void end(driver, place, asked).catch(() => undefined);
      signal.addEventListener('abort', terminate, { once: true });
      try {
        if (signal.aborted) return { status: 'cancelled' };
        const tx = await session.beginTransaction({ timeout: timeoutMs, metadata: { asked } });
        const result = tx.run(cypher, toNeo4j(parameters) as Record<string, unknown>);
        const columns = await result.keys();
        const rows: Row[] = [];
        let isCut = false;
        for await (const record of result) {
          isCut = rows.length === mostRows;
          if (isCut) break;
          rows.push(fromObject(record.toObject()));
        }
        await tx.rollback();
        return { status: 'rows', columns: columns.map(String), rows, isCut };
      } catch (error) {
        return signal.aborted ? { status: 'cancelled' } : (failureOf(error) ?? raise(error, place));
      } finally {
        signal.removeEventListener('abort', terminate);
        await session.close();
      }
    },
  };
}

function raise(error: unknown, place: Place): never {
  throw toAppError(error, place);
}

async function end(driver: Driver, place: Place, asked: string): Promise<void> {
  const session = driver.session(place.database === null ? {} : { database: place.database });
  try {
    await session.run(terminateAsked, { asked });
  } finally {
    await session.close();
  }
}

function stepsOf({ plan }: ResultSummary): PlanStep[] {
  const below = (step: Plan): PlanStep[] => [
    {
      operator: step.operatorType.replace(/@.*$/u, ''),
      details: String(Reflect.get(step.arguments, 'Details') ?? ''),
    },
    ...step.children.flatMap(below),
  ];
  return plan === false ? [] : below(plan);
}

/** What Neo4j says of a statement that it cannot plan, with its place. */
function wrongOf(error: unknown): Explained | null {
  if (!(error instanceof Neo4jError && isAboutStatement(error))) return null;
  const [, line = '0', column = '0'] = /\(line (\d+), column (\d+)/u.exec(error.message) ?? [];
  const detail = error.message.replace(/\s*\(line \d+, column[\s\S]*$/u, '').trim();
  return { status: 'wrong', line: Math.max(0, Number(line) - 1), column: Number(column), detail };
}

function failureOf(error: unknown): Answered | null {
  if (!(error instanceof Neo4jError)) return null;
  if (/TransactionTimedOut/u.test(error.code)) return { status: 'timeout' };
  const isOurs = isAboutStatement(error) || /TransactionTerminated|MemoryPool|OutOfMemory/iu.test(error.code);
  return isOurs ? { status: 'failed', detail: error.message.slice(0, 500) } : null;
}

function isAboutStatement({ code }: Neo4jError): boolean {
  return /^Neo\.ClientError\.(Statement|Procedure|Schema)\./u.test(code);
}
