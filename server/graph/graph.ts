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
