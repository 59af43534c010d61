export interface Target {
  name: string;
  value: number;
  unit: string;
  op: '<=' | '>=';
  limit: number;
  met: boolean;
}

/** The same work done by somebody else in the same run; `ratio` is ours to theirs. */
export interface Peer {
  name: string;
  value: number;
  unit: string;
  ratio: number;
}

export interface BenchContext {
  root: string;
  /** talk, to standard error */
  say(line: string): void;
  parameters: readonly string[];
}

/** What each file of `bench/` exports as `run`. */
export type Bench = (context: BenchContext) => Promise<{ targets: Target[]; peers: Peer[] }>;

export function target(
  name: string,
  value: number,
  [unit, op, limit]: [string, '<=' | '>=', number],
): Target {
  return { name, value, unit, op, limit, met: op === '<=' ? value <= limit : value >= limit };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
