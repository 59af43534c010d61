/** Vectors of one length; nothing here alters what it is given. */
export type Vector = Float32Array<ArrayBufferLike>;

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

export function lengthOf(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}

/** a + factor · b */
export function plus(a: Vector, b: Vector, factor = 1): Vector {
  return a.map((value, at) => value + factor * (b[at] as number));
}

export function scaled(vector: Vector, factor: number): Vector {
  return vector.map((value) => value * factor);
}

/** Of length 1; one without a direction stays as it is. */
export function unit(vector: Vector): Vector {
  const length = lengthOf(vector);
  return length === 0 ? vector : scaled(vector, 1 / length);
}

export function meanOf(vectors: readonly Vector[], dimensions: number): Vector {
  const sum = new Float32Array(dimensions);
  for (const vector of vectors)
    for (let at = 0; at < dimensions; at++)
      sum[at] = (sum[at] as number) + (vector[at] as number) / vectors.length;
  return sum;
}

/** −1 … 1; 0 where one has no direction */
export function cosine(a: Vector, b: Vector): number {
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}
