import { createHash } from 'node:crypto';

/** A region as an earlier run left it. */
export interface EarlierRegion {
  id: string;
  name: string;
  hue: number;
  named: 'signals' | 'person';
  members: readonly string[];
}

export interface KeptRegion {
  id: string;
  hue: number;
  members: readonly string[];
  /** the earlier region that this one goes on from */
  earlier: EarlierRegion | null;
}

/** A group goes on from an earlier region when they share at least this part of both together. */
const sameEnough = 0.3;

/**
 * Who is who after a new run: each group goes on from the earlier region that it overlaps most (Jaccard; best pairs first, one to one),
 * and keeps its id and hue; the rest are new and get hues in the widest gaps of the circle.
 */
export function keepRegions(
  groups: readonly (readonly string[])[],
  earlier: readonly EarlierRegion[],
): KeptRegion[] {
  const heirs = heirsOf(groups, earlier);
  const fresh = freshHues(
    Array.from(heirs.values(), (region) => region.hue),
    groups.length - heirs.size,
  );
  let next = 0;
  return groups.map((members, index) => {
    const heir = heirs.get(index) ?? null;
    return {
      id: heir?.id ?? regionIdOf(members),
      hue: heir?.hue ?? fresh[next++] ?? 0,
      members,
      earlier: heir,
    };
  });
}

export function overlapOf(a: readonly string[], b: readonly string[]): number {
  const inB = new Set(b);
  const both = a.filter((id) => inB.has(id)).length;
  return both === 0 ? 0 : both / (a.length + b.length - both);
}

function heirsOf(
  groups: readonly (readonly string[])[],
  earlier: readonly EarlierRegion[],
): Map<number, EarlierRegion> {
  const pairs = groups.flatMap((members, index) =>
    earlier.map((region) => ({ index, region, overlap: overlapOf(members, region.members) })),
  );
  const heirs = new Map<number, EarlierRegion>();
  const used = new Set<string>();
  for (const { index, region, overlap } of pairs.sort((a, b) => b.overlap - a.overlap)) {
    if (overlap < sameEnough || heirs.has(index) || used.has(region.id)) continue;
    heirs.set(index, region);
    used.add(region.id);
  }
  return heirs;
}

/**
 * Whole degrees. On an empty circle evenly spaced, taken in strides so that regions next in size lie far apart in hue; else each in the
 * middle of the widest gap left.
 */
export function freshHues(taken: readonly number[], count: number): number[] {
  const first = 250;
  if (taken.length === 0) {
    const stride = strideFor(count);
    return Array.from(
      { length: count },
      (_, index) => Math.round(first + (((index * stride) % count) * 360) / count) % 360,
    );
  }
  const all = [...taken];
  return Array.from({ length: count }, () => {
    const sorted = all.toSorted((a, b) => a - b);
    const gaps = sorted.map((hue, index) => ({
      hue,
      gap: (sorted[index + 1] ?? (sorted[0] ?? 0) + 360) - hue,
    }));
    const widest = gaps.reduce((best, gap) => (gap.gap > best.gap ? gap : best), { hue: first, gap: 0 });
    const hue = Math.round(widest.hue + widest.gap / 2) % 360;
    all.push(hue);
    return hue;
  });
}

/** A stride of about 0.38 of the circle that visits every place once. */
function strideFor(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.round(count * 0.38));
  while (gcd(stride, count) !== 1) stride++;
  return stride;
}

function regionIdOf(members: readonly string[]): string {
  return `region_${createHash('sha256').update(members.join('\n')).digest('hex').slice(0, 16)}`;
}
