import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import seedrandom from 'seedrandom';
import { stem, wordsOf } from '../../models/words/stem.ts';
import { countNotes } from '../../server/field/count-notes.ts';
import { findRegions, modularityOf } from '../../server/field/find-regions.ts';
import { groupOfMembers, tiedOf } from '../../server/field/group-by.ts';
import { keepRegions } from '../../server/field/keep-regions.ts';
import type { Tie } from '../../server/field/neighbours.ts';
import { regionTies } from '../../server/field/region-ties.ts';
import { resolution, type SettledRegion, type SettleInput, type TextsOf } from '../../server/field/settle.ts';
import { settleInWorker } from '../../server/field/settle-in-worker.ts';
import type { Terms } from '../../server/field/terms.ts';
import { type Peer, type Target, target } from '../result.ts';

const [louvainRuns, seeds] = [10, 5];
/** Of the notes, so many come, and as many go. */
const edited = 0.05;

/** Whether regions are of one piece, as good as any, and the same when seeds differ or notes come and go; how much of them bears out their names. */
export async function measureRegionsHold(
  name: string,
  { input, textsOf }: { input: SettleInput; textsOf: TextsOf },
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const ids = input.notes.map(({ id }) => id);
  const terms = await countNotes(input.notes, textsOf);
  const ties = regionTies(terms.vectors, input.links);
  const found = Array.from({ length: seeds }, (_, seed) =>
    findRegions(ids, ties, { seed: `bench ${seed}`, resolution }),
  );
  const [first = []] = found;
  const pieces = first.filter((members) => !isOfOnePiece(members, ties)).length;
  const own = modularityOf(ties, memberOf(first));
  const others = Array.from({ length: louvainRuns }, (_, run) => louvainModularity(ids, ties, run));
  const best = Math.max(...others);
  const same = found.slice(1).map((groups) => sameShare(first, groups));
  const kept = await keptThroughEdits(input, textsOf);
  return {
    targets: [
      target(`${name}: regions that fall apart`, pieces, ['', '<=', 0]),
      target(`${name}: modularity, to the best of ten Louvain runs`, own / best, ['', '>=', 0.99]),
      target(`${name}: scenes in the same region over five seeds`, Math.min(...same), ['', '>=', 0.95]),
      target(`${name}: regions that keep name and hue when a twentieth comes and goes`, kept.share, [
        '',
        '>=',
        0.9,
      ]),
    ],
    peers: [
      { name: `${name}: Louvain's best modularity`, value: best, unit: '', ratio: own / best },
      {
        name: `${name}: notes that bear out their region's name`,
        value: coverage(kept.regions, terms),
        unit: '',
        ratio: 1,
      },
    ],
  };
}

function memberOf(groups: readonly (readonly string[])[]): (id: string) => string | undefined {
  const groupOf = groupOfMembers(groups.map((members, at) => ({ id: String(at), members })));
  return (id) => groupOf.get(id);
}

function isOfOnePiece(members: readonly string[], ties: readonly Tie[]): boolean {
  const inside = new Set(members);
  const tied = tiedOf(ties.filter(({ a, b }) => inside.has(a) && inside.has(b)));
  const [start = ''] = members;
  const met = new Set([start]);
  for (const id of met) for (const other of tied.get(id) ?? []) met.add(other);
  return met.size === members.length;
}

function louvainModularity(ids: readonly string[], ties: readonly Tie[], run: number): number {
  const graph = new UndirectedGraph();
  for (const id of ids) graph.addNode(id);
  for (const { a, b, weight } of ties)
    graph.updateUndirectedEdge(a, b, ({ weight: known = 0 }) => ({ weight: Number(known) + weight }));
  const groups = louvain(graph, { resolution, rng: seedrandom(`bench ${run}`) });
  return modularityOf(ties, (id) => String(groups[id]));
}

/** Share of scenes that are in the region which goes on from theirs. */
function sameShare(before: readonly (readonly string[])[], after: readonly (readonly string[])[]): number {
  const earlier = keepRegions(before, []).map((region) => ({
    ...region,
    name: '',
    named: 'signals' as const,
  }));
  const was = groupOfMembers(earlier);
  const is = groupOfMembers(keepRegions(after, earlier));
  return [...was].filter(([id, region]) => is.get(id) === region).length / was.size;
}

/** A twentieth of the notes is not there yet, and another goes when it comes. */
async function keptThroughEdits(
  input: SettleInput,
  textsOf: TextsOf,
): Promise<{ share: number; regions: SettledRegion[] }> {
  const random = seedrandom('edits');
  const lots = new Map(input.notes.map(({ id }) => [id, random()]));
  const without = (isOut: (lot: number) => boolean): SettleInput => {
    const isIn = (id: string) => !isOut(lots.get(id) ?? 0);
    return {
      ...input,
      notes: input.notes.filter(({ id }) => isIn(id)),
      links: input.links.filter(({ a, b }) => isIn(a) && isIn(b)),
    };
  };
  const before = await settleInWorker(
    without((lot) => lot < edited),
    textsOf,
  );
  const placeOf = new Map(before.places.map(({ id, x, y }) => [id, { x, y }]));
  const later = without((lot) => lot > 1 - edited);
  const after = await settleInWorker(
    {
      ...later,
      notes: later.notes.map((note) => ({ ...note, place: placeOf.get(note.id) ?? null })),
      earlier: before.regions,
    },
    textsOf,
  );
  const now = new Map(after.regions.map((region) => [region.id, region]));
  const kept = before.regions.filter(({ id, name, hue }) => {
    const region = now.get(id);
    return region?.name === name && region.hue === hue;
  });
  return { share: kept.length / before.regions.length, regions: before.regions };
}

/** Share of the notes in whose text a word of their region's name stands, in any form. */
function coverage(regions: readonly SettledRegion[], { counts, numberOf }: Terms): number {
  const bearing = regions.map(({ name, members }) => {
    const words = wordsOf(name).flatMap(({ text }) => numberOf(stem(text)) ?? []);
    return members.filter((id) => {
      const own = new Set(counts.get(id)?.terms);
      return words.some((word) => own.has(word));
    }).length;
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(bearing) / sum(regions.map(({ members }) => members.length));
}
