import { Job } from '../../graph-schema/job.ts';
import type { Graph, Row } from '../graph/graph.ts';
import { forgetOld, listFinished, listUnfinished, readJob, saveJob } from './jobs.cypher.ts';

/** A job with what it takes to run it again. `input` is plain JSON. */
export interface StoredJob {
  job: Job;
  input: unknown;
  priority: number;
}

/** How many finished jobs are remembered. */
const kept = 100;

export async function writeJob(graph: Graph, { job, input, priority }: StoredJob): Promise<void> {
  const { id, error, result, progress: _, secondsLeft: __, ...plain } = job;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const props = {
    ...plain,
    error: json(error),
    result: json(result),
    input: JSON.stringify(input ?? null),
    priority,
  };
  await graph.write((tx) => tx.run(saveJob, { id, props }));
}

export async function findJob(graph: Graph, id: string): Promise<Job | null> {
  const [row] = await graph.read((tx) => tx.run(readJob, { id }));
  return row === undefined ? null : fromRow(row).job;
}

export async function readFinished(graph: Graph, limit: number): Promise<Job[]> {
  const rows = await graph.read((tx) => tx.run(listFinished, { limit }));
  return rows.map((row) => fromRow(row).job);
}

export async function readUnfinished(graph: Graph): Promise<StoredJob[]> {
  await graph.write((tx) => tx.run(forgetOld, { keep: kept }));
  return (await graph.read((tx) => tx.run(listUnfinished))).map(fromRow);
}

function fromRow(row: Row): StoredJob {
  const props = row['j'] as Row;
  const parse = (key: string) => (typeof props[key] === 'string' ? JSON.parse(props[key]) : null);
  const { done, total = null } = props as { done: number; total?: number | null };
  const job = Job.parse({
    ...props,
    total,
    progress: progressOf(done, total),
    secondsLeft: null,
    error: parse('error'),
    result: parse('result'),
  });
  return { job, input: parse('input'), priority: Number(props['priority'] ?? 0) };
}

export function progressOf(done: number, total: number | null): number | null {
  return total === null || total <= 0 ? null : Math.min(1, Math.max(0, done / total));
}
