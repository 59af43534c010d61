/** Keeps numbers in its place of a large array, and gives that part of it. */
export type Pool<Numbers> = (numbers: ArrayLike<number>) => Numbers;

type Numbers = Int32Array | Uint16Array | Float64Array;

/** As many numbers lie together. */
const length = 1 << 18;

/** Hundreds of thousands of short arrays in a few large ones: each array of its own costs more than what is in it. */
export function createPool<T extends Numbers>(kind: new (length: number) => T): Pool<T> {
  let whole = new kind(length);
  let next = 0;
  return (numbers) => {
    if (next + numbers.length > whole.length) {
      whole = new kind(Math.max(length, numbers.length));
      next = 0;
    }
    whole.set(numbers, next);
    const part = whole.subarray(next, next + numbers.length);
    next += numbers.length;
    return part as T;
  };
}
