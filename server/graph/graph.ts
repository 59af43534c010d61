/** One row of a result: names → plain values (numbers, strings, booleans, null, arrays, plain objects). No driver type leaves `server/graph`. */
export type Row = Record<string, unknown>;

/**
 * What a unit of work may do. Integers go to Neo4j as INTEGER, other numbers as FLOAT, a `Float32Array` as a list of FLOAT;
 * INTEGER comes back as a JavaScript number, a node or relationship as its properties, a vector as `number[]`.
 */
export interface Tx {
  run(cypher: string, parameters?: Record<string, unknown>): Promise<Row[]>;
}

export interface WorkOptions {
  timeoutMs?: number;
}

/** The one door to Neo4j. Work may be run again after a transient fault: it must have no effects outside the transaction. */
export interface Graph {
  read<T>(work: (tx: Tx) => Promise<T>, options?: WorkOptions): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>, options?: WorkOptions): Promise<T>;
  close(): Promise<void>;
}

/** One step of how a statement would be carried out; `details` as the planner tells them. */
export interface PlanStep {
  operator: string;
  details: string;
}

export type Explained =
  | { status: 'planned'; type: string; steps: PlanStep[] }
  /** `line`, `column` count from 1; 0: Neo4j did not say */
  | { status: 'wrong'; line: number; column: number; detail: string };

export type Answered =
  | { status: 'rows'; columns: string[]; rows: Row[]; isCut: boolean }
  | { status: 'timeout' }
  | { status: 'cancelled' }
  | { status: 'failed'; detail: string };

/** Statements that a person typed: what is wrong with them is an answer. */
export interface TypedReads {
  /** Plans a statement and runs nothing. `type`: `r` reads, `rw` and `w` write, `s` is about the schema or the server. */
  explain(cypher: string): Promise<Explained>;
  /** Reads at most `mostRows`, in a read transaction that the server ends after `timeoutMs` or when `signal` aborts. */
  ask(
    cypher: string,
    parameters: Record<string, unknown>,
    limits: { timeoutMs: number; mostRows: number; signal: AbortSignal },
  ): Promise<Answered>;
}
