import seedrandom from 'seedrandom';
import type { FieldGraph, FieldLink, FieldScene } from '../server/field/field-graph.ts';
import { shownIn } from '../server/field/field-view.ts';
import { type BetweennessInput, betweennessOf } from '../server/field/lenses/betweenness.ts';
import { betweennessInWorker, keepBetweenness } from '../server/field/lenses/keep-betweenness.ts';
import { measureScenes } from '../server/field/lenses/measure-scenes.ts';
import { makeFieldGraph } from '../server/field/make-field-graph.ts';
import { type Bench, target } from './result.ts';

const asks = 200;
const [group, linksEach] = [40, 4];
/** So many scenes are followed all and sampled, and the most important of both compared. */
const compared = 6000;
const top = 100;

/**
 * Bridges (betweenness) of a large field: how long they take on their thread, how well the sampled ones find the most important scenes, and how soon figures of
 * what is in a window are answered. The field is drawn: groups of forty with links mostly inside. Parameter: its scenes.
 */
export const run: Bench = async ({ say, parameters }) => {
  const scenes = Number(parameters[0] ?? 100_000);
  const small = inputOf(drawField(compared));
  const [exact, sampled] = [
    timed(() => betweennessOf(small, { most: compared })),
    timed(() => betweennessOf(small)),
  ];
  const found = topOf(sampled.value.shares).filter((place) =>
    new Set(topOf(exact.value.shares)).has(place),
  ).length;
  say(
    `${compared} scenes: all followed ${exact.seconds.toFixed(1)} s, sampled ${sampled.seconds.toFixed(1)} s`,
  );

  const field = drawField(scenes);
  const keeper = keepBetweenness(betweennessInWorker);
  const began = performance.now();
  while (keeper.read(field).isWorking) await new Promise((resolve) => setTimeout(resolve, 50));
  const seconds = (performance.now() - began) / 1000;
  const across = Math.sqrt(scenes) * 20;
  const windows = Array.from({ length: asks }, (_, at) => {
    const [x1, y1] = [((at * 7919) % 997) * (across / 997), ((at * 104_729) % 991) * (across / 991)];
    return { x1, y1, x2: x1 + across / 4, y2: y1 + across / 4 };
  });
  const deps = {
    betweenness: keeper,
    undecided: () => Promise.resolve(new Map<string, number>()),
    field: {
      load: () => Promise.resolve(field),
      shown: (input: Parameters<typeof shownIn>[1]) => Promise.resolve(shownIn(field, input).scenes),
    },
  };
  const ms: number[] = [];
  for (const window of windows) {
    const asked = performance.now();
    await measureScenes(deps, { zoom: 'all', window, measure: 'betweenness' });
    ms.push(performance.now() - asked);
  }
  return {
    targets: [
      target(`bridges of ${scenes} scenes, on their thread`, seconds, ['s', '<=', 120]),
      target(`of the ${top} greatest of ${compared} scenes, found by a sample`, found / top, ['', '>=', 0.8]),
      target(
        'figures of what is in a window, p95',
        ms.toSorted((a, b) => a - b)[Math.floor(0.95 * asks)] ?? 0,
        ['ms', '<=', 30],
      ),
    ],
    peers: [
      {
        name: `all ways followed, ${compared} scenes`,
        value: exact.seconds,
        unit: 's',
        ratio: sampled.seconds / exact.seconds,
      },
    ],
  };
};

function topOf(shares: Float64Array): number[] {
  return [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, top);
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const began = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

function drawField(count: number): FieldGraph {
  const random = seedrandom(`lenses ${count}`);
  const pick = (below: number) => Math.floor(random() * below);
  const links = Array.from({ length: count * linksEach }, (_, at) => {
    const from = Math.floor(at / linksEach);
    const first = Math.floor(from / group) * group;
    const isInside = random() < 0.8;
    // outwards mostly to the first of another group: there are hubs in every vault
    const to = isInside
      ? first + pick(Math.min(group, count - first))
      : pick(Math.ceil(count / group)) * group;
    return { from: `s${from}`, to: `s${to}`, kind: 'links_to', origins: ['vault'], count: 1 };
  }).filter(({ from, to }) => from !== to) as FieldLink[];
  const across = Math.ceil(Math.sqrt(count));
  const scenes = Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    title: `s${at}`,
    kind: 'note',
    state: 'present',
    origin: 'vault',
    vaultId: null,
    path: null,
    at: null,
    regionId: null,
    x: (at % across) * 20,
    y: Math.floor(at / across) * 20,
    pinned: false,
  })) as unknown as FieldScene[];
  return makeFieldGraph({
    at: 1,
    scenes,
    links,
    regions: [],
    totals: { scenes: count, missing: 0, concepts: 0 },
  });
}

function inputOf({ scenes, links }: FieldGraph): BetweennessInput {
  const places = new Map<string, number>(scenes.map(({ id }, place) => [id, place]));
  return {
    count: scenes.length,
    ends: Int32Array.from(links.flatMap(({ from, to }) => [places.get(from) ?? 0, places.get(to) ?? 0])),
  };
}
