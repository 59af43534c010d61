import { z } from 'zod';
import { labels, type Label } from '../../graph-schema/labels.ts';
import { relationshipTypes } from '../../graph-schema/link-kinds.ts';
import { structureTypes } from '../../graph-schema/structure-types.ts';

/**
 * A backup is gzipped JSON, a line a thing: a header, every node, every relationship, and an end that counts them and carries the digest
 * (sha256 over the lines between header and end, each with its `\n`). The order is fixed, so the same field has the same digest.
 */
export const backupVersion = 1;

/** Jobs are work of this home, marks of migrations belong to the database, and a copy of the field says nothing new: none of them is the field's. */
const notKept = ['Job', 'Migration', 'FieldCopy'] as const;
export type KeptLabel = Exclude<Label, (typeof notKept)[number]>;
export const keptLabels = labels.filter(
  (label): label is KeptLabel => !(notKept as readonly Label[]).includes(label),
);

export const RelationType = z.enum([...relationshipTypes, ...structureTypes]);
export type RelationType = z.infer<typeof RelationType>;

export const Header = z.object({
  scenefield: z.literal('backup'),
  version: z.int().positive(),
  /** the last migration of the database it was made from */
  schema: z.int(),
  madeAt: z.string(),
});
export type Header = z.infer<typeof Header>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
/** A list of numbers that are all exact in 32 bits (a vector) is base64 of little-endian floats: a third of the size. */
const Vector = z.object({ f32: z.base64() });
const Properties = z.record(z.string(), z.union([Scalar, z.array(Scalar), Vector]));
type Properties = z.infer<typeof Properties>;

const KeptLabelName = z.enum(keptLabels as [KeptLabel, ...KeptLabel[]]);
const End = z.tuple([KeptLabelName, z.union([z.string(), z.int()])]);

export const NodeLine = z.object({ node: KeptLabelName, props: Properties });
export type NodeLine = z.infer<typeof NodeLine>;
export const RelationLine = z.object({ relation: RelationType, from: End, to: End, props: Properties });
export type RelationLine = z.infer<typeof RelationLine>;
export const EndLine = z.object({ nodes: z.int(), relations: z.int(), digest: z.string() });
export type EndLine = z.infer<typeof EndLine>;

/** The property by which we name a node. */
export function keyOf(label: Label): 'id' | 'number' | 'name' | 'version' {
  if (label === 'Change') return 'number';
  if (label === 'Counter') return 'name';
  return label === 'Migration' ? 'version' : 'id';
}

export function packProperties(props: Record<string, unknown>): Properties {
  const entries = Object.entries(props).sort(([a], [b]) => (a < b ? -1 : 1));
  return Properties.parse(
    Object.fromEntries(entries.map(([key, value]) => [key, isVector(value) ? packVector(value) : value])),
  );
}

export function unpackProperties(props: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(props).map(([key, value]) => [
      key,
      typeof value === 'object' && 'f32' in value ? unpackVector(value.f32) : value,
    ]),
  );
}

/** Shorter lists are not worth it, and integers are to stay integers. */
function isVector(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length >= 16 &&
    value.every((entry) => typeof entry === 'number' && Math.fround(entry) === entry) &&
    !value.every(Number.isInteger)
  );
}

function packVector(values: readonly number[]) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return { f32: bytes.toString('base64') };
}

function unpackVector(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
