/** The few instructions of WebAssembly that the scan is made of, by their names in the text format. */
const op = {
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  i32Add: 0x6a,
  i32Shl: 0x74,
  i32LtU: 0x49,
  i32Store: 0x36,
  loop: 0x03,
  brIf: 0x0d,
  end: 0x0b,
  simd: 0xfd,
} as const;
const simd = {
  v128Load: 0,
  v128Load8x8S: 1,
  v128Const: 12,
  i32x4ExtractLane: 27,
  i32x4Add: 174,
  i32x4DotI16x8S: 186,
} as const;
const type = { i32: 0x7f, v128: 0x7b, func: 0x60, none: 0x40 } as const;
/** `\0asm`, version 1. */
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0] as const;
/** Dimensions that one step of the scan takes. */
export const lanes = 8;

/**
 * The code of `scan(codes, rows, query, out)`, all addresses in bytes: for each row of `dimensions` signed bytes at `codes`, its dot product with the
 * `dimensions` signed 16-bit numbers at `query`, as a signed 32-bit number to `out`. Nothing is checked for overflow. Needs the import
 * `scan.memory`. The loop over dimensions is written out, so a module serves one length, which is a multiple of `lanes`.
 */
export function scanModule(dimensions: number): Uint8Array<ArrayBuffer> {
  const [codes, rows, query, out, end, even, odd] = [0, 1, 2, 3, 4, 5, 6];
  const zero = [op.simd, simd.v128Const, ...Array<number>(16).fill(0)];
  const steps = Array.from({ length: dimensions / lanes }, (_, step) => {
    const sum = step % 2 === 0 ? even : odd; // two sums, so that one addition need not wait for the other
    return [
      [op.localGet, sum],
      [op.localGet, codes, op.simd, simd.v128Load8x8S, 3, ...unsigned(step * lanes)],
      [op.localGet, query, op.simd, simd.v128Load, 4, ...unsigned(step * lanes * 2)],
      [op.simd, ...unsigned(simd.i32x4DotI16x8S), op.simd, ...unsigned(simd.i32x4Add), op.localSet, sum],
    ].flat();
  });
  const lane = (index: number) => [op.localGet, even, op.simd, simd.i32x4ExtractLane, index];
  const body = [
    [op.localGet, out, op.localGet, rows, op.i32Const, 2, op.i32Shl, op.i32Add, op.localSet, end],
    [op.loop, type.none, ...zero, op.localSet, even, ...zero, op.localSet, odd],
    steps.flat(),
    [op.localGet, even, op.localGet, odd, op.simd, ...unsigned(simd.i32x4Add), op.localSet, even],
    [op.localGet, out, ...lane(0), ...lane(1), op.i32Add, ...lane(2), op.i32Add, ...lane(3), op.i32Add],
    [op.i32Store, 2, 0],
    [op.localGet, codes, op.i32Const, ...signed(dimensions), op.i32Add, op.localSet, codes],
    [op.localGet, out, op.i32Const, 4, op.i32Add, op.localTee, out],
    [op.localGet, end, op.i32LtU, op.brIf, 0, op.end, op.end],
  ].flat();
  const locals = [2, 1, type.i32, 2, type.v128];
  return new Uint8Array([
    ...magic,
    ...section(1, [1, type.func, 4, type.i32, type.i32, type.i32, type.i32, 0]),
    ...section(2, [1, ...name('scan'), ...name('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('scan'), 0, 0]),
    ...section(10, [1, ...unsigned(locals.length + body.length), ...locals, ...body]),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that is not negative, where its sixth bit must not be read as a sign. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
