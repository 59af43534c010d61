import { lanes, scanModule } from './scan-module.ts';

/** Rows of bytes in a memory of their own, and the dot products of all of them with one query. */
export interface Scan {
  write(at: number, code: Int8Array): void;
  move(from: number, to: number): void;
  /** Hands each of the first `rows` rows its dot product, in order. `query` must be so small that no sum passes 31 bits. */
  run(query: Int16Array, rows: number, each: (at: number, dot: number) => void): void;
}

/** What the module exports. */
type Dots = (codes: number, rows: number, query: number, out: number) => void;

const page = 65_536;
/** Rows whose products are handed on before the next: 32 KB, which the processor's first cache holds. */
const block = 8192;
/** So much more memory at once, in bytes. */
const growth = 16 * 2 ** 20;

export function createScan(dimensions: number): Scan {
  const length = Math.ceil(dimensions / lanes) * lanes;
  const out = Math.ceil((length * 2) / 16) * 16;
  const codes = Math.ceil((out + block * 4) / page) * page;
  const memory = new WebAssembly.Memory({ initial: codes / page });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(scanModule(length)), {
    scan: { memory },
  });
  const dots = exports['scan'] as Dots;
  let bytes = new Int8Array(memory.buffer);

  const ensure = (end: number): void => {
    if (end <= bytes.length) return;
    memory.grow(Math.ceil((end - bytes.length + growth) / page));
    bytes = new Int8Array(memory.buffer);
  };
  return {
    write(at, code) {
      ensure(codes + (at + 1) * length);
      bytes.set(code, codes + at * length);
    },
    move(from, to) {
      bytes.copyWithin(codes + to * length, codes + from * length, codes + (from + 1) * length);
    },
    run(query, rows, each) {
      new Int16Array(memory.buffer, 0, query.length).set(query);
      const products = new Int32Array(memory.buffer, out, block);
      for (let first = 0; first < rows; first += block) {
        const count = Math.min(block, rows - first);
        dots(codes + first * length, count, 0, out);
        for (let at = 0; at < count; at++) each(first + at, products[at] ?? 0);
      }
    },
  };
}
