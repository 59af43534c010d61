import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { AppError } from '../graph-schema/app-error.ts';
import type { MatrixProgress } from '../graph-schema/views/gap.ts';

const Chance = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

/**
 * The insight trigger matrix as a file: which zones of a field are lit, where its regions fail to join, what shows it and what would light them. Names stand for scenes and
 * regions, so that a person can read it; figures are those of the moment it was written.
 */
export const TriggerMatrix = z.strictObject({
  insight_trigger_matrix: z.literal(1),
  /** ISO 8601, UTC */
  written: z.string(),
  zones: z.array(
    z.strictObject({
      name: z.string(),
      lit: z.boolean(),
      /** links from it to the rest, the regions they reach, and how many as many links reach by chance (null: too few scenes to say) */
      links: z.number(),
      regions: z.number(),
      chance: Chance.nullable(),
      /** titles of scenes that it calls for and nobody wrote */
      missing: z.array(z.string()),
      /** names of the regions that none of its links reaches */
      unreached: z.array(z.string()).default([]),
    }),
  ),
  /** pairs of regions with links wanting, the largest gap first */
  gaps: z.array(
    z.strictObject({
      regions: z.tuple([z.string(), z.string()]),
      signals: z.strictObject({
        links: z.number(),
        /** links that the model expects among the pairs not linked */
        predicted: z.number(),
        chance: Chance.nullable(),
        /** 0–1, cosine of what the two say */
        alike: z.number(),
        gap: z.number(),
      }),
      evidence: z.array(z.strictObject({ path: z.string(), quote: z.string() })),
      /** pending proposals that would join the two */
      lights: z.array(z.string()),
    }),
  ),
  /** scenes that notes call for and nobody wrote, by how many notes call */
  missing: z.array(z.strictObject({ title: z.string(), calls: z.number() })),
  /** titles of scenes without any link */
  alone: z.array(z.string()),
});
export type TriggerMatrix = z.infer<typeof TriggerMatrix>;

const longest = 4 * 1024 * 1024;

export function writeTriggerMatrix(matrix: TriggerMatrix): string {
  return stringify(TriggerMatrix.parse(matrix), { lineWidth: 0 });
}

/** @throws AppError bad_input: not a matrix, with the place of the first fault */
export function parseTriggerMatrix(text: string): TriggerMatrix {
  if (text.length > longest) throw new AppError('bad_input', { values: { field: 'matrix' } });
  const document = parseDocument(text, { schema: 'core' });
  const read = TriggerMatrix.safeParse(document.errors.length > 0 ? null : valueOf(document));
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('bad_input', { values: { field: place === '' ? 'matrix' : place } });
}

/** Null where a file repeats itself by aliases: no matrix does. */
function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/** The matrix's JSON Schema, for editors and other programs. */
export function triggerMatrixJsonSchema(): string {
  const schema = z.toJSONSchema(TriggerMatrix, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ ...schema, title: 'Scenefield insight trigger matrix, version 1' }, null, 2)}\n`;
}

/** What became of an earlier matrix. Names are those of the earlier one. */
export function compareMatrices(before: TriggerMatrix, now: TriggerMatrix): MatrixProgress {
  const litOf = ({ zones }: TriggerMatrix) => zones.filter(({ lit }) => lit).map(({ name }) => name);
  const [lit, litNow] = [litOf(before), litOf(now)];
  const names = (matrix: TriggerMatrix) => new Set(matrix.zones.map(({ name }) => name));
  const [known, knownNow] = [names(before), names(now)];
  const missing = new Set(now.missing.map(({ title }) => title));
  const signalsNow = new Map(now.gaps.map(({ regions, signals }) => [keyOf(regions), signals]));
  const open = ({ gaps }: TriggerMatrix) => gaps.filter(({ signals }) => signals.gap > 0).length;
  return {
    lit: { before: lit.length, now: litNow.length },
    newlyLit: litNow.filter((name) => known.has(name) && !lit.includes(name)),
    goneDark: lit.filter((name) => knownNow.has(name) && !litNow.includes(name)),
    written: before.missing.map(({ title }) => title).filter((title) => !missing.has(title)),
    joined: before.gaps
      .flatMap(({ regions, signals }) => {
        const present = signalsNow.get(keyOf(regions));
        if (present === undefined || present.links <= signals.links) return [];
        const closed = signals.gap > 0 && present.gap === 0;
        return [{ regions, before: signals.links, now: present.links, closed }];
      })
      .sort((a, b) => Number(b.closed) - Number(a.closed)),
    settled: before.gaps.flatMap(({ regions, signals }) => {
      const present = signalsNow.get(keyOf(regions));
      const isSettled = signals.gap > 0 && present?.gap === 0 && present.links <= signals.links;
      return isSettled ? [regions] : [];
    }),
    gaps: { before: open(before), now: open(now) },
  };
}

function keyOf(regions: readonly string[]): string {
  return regions.toSorted().join('\n');
}
