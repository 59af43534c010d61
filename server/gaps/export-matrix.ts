import type { GapsView } from '../../graph-schema/views/gap.ts';
import type { TriggerMatrix } from '../../scenes/index.ts';

const quotes = 3;

/** Every pair of regions, so that a later look can tell progress; the largest gaps come first. */
export function exportMatrix(
  view: Pick<GapsView, 'regions' | 'matrix' | 'zones' | 'gaps'>,
  written: Date,
): TriggerMatrix {
  const nameOf = (at: number) => view.regions[at]?.name ?? '';
  const idOf = (at: number) => view.regions[at]?.id ?? '';
  const found = new Map(view.gaps.map((gap) => [gap.id, gap]));
  return {
    insight_trigger_matrix: 1,
    written: written.toISOString(),
    zones: view.zones.map(({ id: own, name, isLit, joined, reached, chance, missing }) => ({
      name,
      lit: isLit,
      links: joined,
      regions: reached.length,
      chance: chance && { mean: round(chance.mean), low: chance.low, high: chance.high },
      missing: missing.map(({ title }) => title),
      unreached: view.regions
        .filter(({ id }) => id !== own && !reached.includes(id))
        .map((region) => region.name),
    })),
    gaps: view.matrix
      .toSorted((a, b) => b.gap - a.gap)
      .map((pair) => {
        const gap = found.get(`pair:${idOf(pair.from)}:${idOf(pair.to)}`);
        const { chance } = pair;
        return {
          regions: [nameOf(pair.from), nameOf(pair.to)] as [string, string],
          signals: {
            links: pair.joined,
            predicted: round(pair.expected),
            chance: chance && { mean: round(chance.mean), low: chance.low, high: chance.high },
            alike: round(pair.alike),
            gap: round(pair.gap),
          },
          evidence: (gap?.evidence ?? []).slice(0, quotes).map(({ path, text }) => ({ path, quote: text })),
          lights: (gap?.closes ?? []).flatMap(({ proposalId, title }) =>
            proposalId === undefined ? [] : [title ?? proposalId],
          ),
        };
      }),
    missing: view.gaps
      .filter(({ kind }) => kind === 'missing_scene')
      .map(({ title, gap }) => ({ title, calls: gap })),
    alone: view.gaps.filter(({ kind }) => kind === 'lone_scene').map(({ title }) => title),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
