import { encode, encodeQuery, type Frame, frameOf } from './frame.ts';
import { createScan } from './scan.ts';
import { createStrongest } from './strongest.ts';

export interface TableRow {
  id: string;
  vaultId: string;
  /** unit length */
  vector: Float32Array;
}

export interface ContendersQuery {
  /** unit length */
  vector: Float32Array;
  k: number;
  /** null: of every vault */
  vaultId: string | null;
}

/**
 * Vectors as bytes, for finding those that may be among the `k` nearest. `dimensions + 8` bytes a row, and its id: 45 MB for 100,000 rows of 384
 * dimensions, 225 MB for 500,000.
 */
export interface VectorTable {
  readonly size: number;
  has(id: string): boolean;
  put(row: TableRow): void;
  remove(id: string): void;
  ids(): IterableIterator<string>;
  /** Ids of all rows that can be among the `k` nearest, and of no others that can be told apart: whoever ranks these by their floats has the exact answer. */
  contenders(query: ContendersQuery): string[];
}

/** Rows from whose floats the frame is made: it is made anew at each doubling until there are so many. */
const frameRows = 4096;

export function createVectorTable(dimensions: number): VectorTable {
  const scan = createScan(dimensions);
  const ids: string[] = [];
  const places = new Map<string, number>();
  const vaults = new Map<string, number>();
  let marks = createMarks(1024);
  let young: Float32Array | null = new Float32Array(frameRows * dimensions);
  let frame: Frame | null = null;
  let framedAt = 0;

  const write = (at: number, vector: Float32Array): void => {
    if (frame === null) return;
    const { code, rest, restAtCentre } = encode(frame, vector);
    scan.write(at, code);
    marks.rest[at] = rest;
    marks.restAtCentre[at] = restAtCentre;
  };

  const frameAnew = (): void => {
    if (young === null || ids.length < 2 * framedAt) return;
    framedAt = ids.length;
    frame = frameOf(young.subarray(0, framedAt * dimensions), dimensions);
    for (let at = 0; at < framedAt; at++) write(at, young.subarray(at * dimensions, (at + 1) * dimensions));
    if (framedAt === frameRows) young = null;
  };

  return {
    get size() {
      return ids.length;
    },
    has: (id) => places.has(id),
    ids: () => places.keys(),
    put({ id, vaultId, vector }) {
      const at = places.get(id) ?? ids.length;
      if (at >= marks.rest.length) marks = longer(marks);
      ids[at] = id;
      places.set(id, at);
      if (!vaults.has(vaultId)) vaults.set(vaultId, vaults.size);
      marks.vault[at] = vaults.get(vaultId) ?? 0;
      young?.set(vector, at * dimensions);
      write(at, vector);
      frameAnew();
    },
    remove(id) {
      const at = places.get(id);
      if (at === undefined) return;
      const last = ids.length - 1;
      const moved = ids[last] ?? id;
      scan.move(last, at);
      for (const values of Object.values(marks)) values[at] = values[last] ?? 0;
      young?.copyWithin(at * dimensions, last * dimensions, (last + 1) * dimensions);
      ids[at] = moved;
      places.set(moved, at);
      ids.pop();
      places.delete(id);
    },
    contenders({ vector, k, vaultId }) {
      const vault = vaultId === null ? null : vaults.get(vaultId);
      if (frame === null || vault === undefined || k < 1) return [];
      const { query, unit, base, reach, slack } = encodeQuery(frame, vector);
      const strongest = createStrongest(k);
      scan.run(query, ids.length, (at, dot) => {
        if (vault !== null && marks.vault[at] !== vault) return;
        const score = base + unit * dot + (marks.restAtCentre[at] ?? 0);
        strongest.add(at, score, reach * (marks.rest[at] ?? 0) + slack);
      });
      return strongest.contenders().map((at) => ids[at] ?? '');
    },
  };
}

interface Marks {
  rest: Float32Array<ArrayBuffer>;
  restAtCentre: Float32Array<ArrayBuffer>;
  vault: Uint16Array<ArrayBuffer>;
}

function createMarks(rows: number): Marks {
  return { rest: new Float32Array(rows), restAtCentre: new Float32Array(rows), vault: new Uint16Array(rows) };
}

function longer(marks: Marks): Marks {
  const next = createMarks(marks.rest.length * 2);
  next.rest.set(marks.rest);
  next.restAtCentre.set(marks.restAtCentre);
  next.vault.set(marks.vault);
  return next;
}
