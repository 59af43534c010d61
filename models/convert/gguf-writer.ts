import { Buffer } from 'node:buffer';

/**
 * GGUF version 3, little-endian: header, metadata, tensor directory, then tensor data aligned to 32 bytes.
 * Source: the GGUF specification in the ggml repository (docs/gguf.md).
 */
const alignment = 32;

export type GgufValue =
  | { type: 'u32'; value: number }
  | { type: 'i32'; value: number }
  | { type: 'f32'; value: number }
  | { type: 'bool'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'f32s'; value: Float32Array }
  | { type: 'i32s'; value: Int32Array }
  | { type: 'strings'; value: readonly Uint8Array[] };

/** `shape` is ggml's order: the row length first. `bytes` is the size of the data that will follow. */
export interface GgufTensor {
  name: string;
  shape: readonly number[];
  type: 'f32' | 'q4_0';
  bytes: number;
}

const valueTypes = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const;
const tensorTypes = { f32: 0, q4_0: 2 } as const;

export function paddingAfter(bytes: number): number {
  return (alignment - (bytes % alignment)) % alignment;
}

/** Everything before the tensors' data, padded. The data follows in the order of `tensors`, each padded by `paddingAfter`. */
export function ggufHead(
  metadata: Readonly<Record<string, GgufValue>>,
  tensors: readonly GgufTensor[],
): Buffer {
  const keys = Object.entries(metadata);
  const pieces = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(keys.length)];
  for (const [key, value] of keys) pieces.push(text(key), ...metadataValue(value));
  let offset = 0;
  for (const tensor of tensors) {
    pieces.push(text(tensor.name), u32(tensor.shape.length), ...tensor.shape.map(u64));
    pieces.push(u32(tensorTypes[tensor.type]), u64(offset));
    offset += tensor.bytes + paddingAfter(tensor.bytes);
  }
  const head = Buffer.concat(pieces);
  return Buffer.concat([head, Buffer.alloc(paddingAfter(head.length))]);
}

function metadataValue(value: GgufValue): Buffer[] {
  switch (value.type) {
    case 'u32':
    case 'i32':
      return [u32(valueTypes[value.type]), u32(value.value)];
    case 'f32':
      return [u32(valueTypes.f32), f32(value.value)];
    case 'bool':
      return [u32(valueTypes.bool), Buffer.from([value.value ? 1 : 0])];
    case 'string':
      return [u32(valueTypes.string), text(value.value)];
    case 'f32s':
      return [arrayHead(valueTypes.f32, value.value.length), littleEndian(value.value)];
    case 'i32s':
      return [arrayHead(valueTypes.i32, value.value.length), littleEndian(value.value)];
    case 'strings':
      return [arrayHead(valueTypes.string, value.value.length), Buffer.concat(value.value.map(lengthFirst))];
  }
}

function arrayHead(type: number, length: number): Buffer {
  return Buffer.concat([u32(valueTypes.array), u32(type), u64(length)]);
}

function littleEndian(numbers: Float32Array | Int32Array): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  if (numbers instanceof Float32Array) numbers.forEach((number, i) => bytes.writeFloatLE(number, i * 4));
  else numbers.forEach((number, i) => bytes.writeInt32LE(number, i * 4));
  return bytes;
}

function text(value: string): Buffer {
  return lengthFirst(Buffer.from(value, 'utf8'));
}

function lengthFirst(bytes: Uint8Array): Buffer {
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
