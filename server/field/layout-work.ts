import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Graph } from '../graph/graph.ts';
import type { JobWork } from '../jobs/jobs.ts';
import {
  deleteCopy,
  deleteLostMemberships,
  deleteOldMemberships,
  deleteOtherRegions,
  readTexts,
  writeMemberships,
  writePlaces,
  writeRegions,
} from './field.cypher.ts';
import { type FieldGraph, type FieldScene, isAccepted } from './field-graph.ts';
import { readFieldRows } from './field-rows.ts';
import { groupOfMembers } from './group-by.ts';
import { makeFieldGraph } from './make-field-graph.ts';
import { partsOf } from './parts-of.ts';
import { type Settle, settleInWorker } from './settle-in-worker.ts';
import type { Settled, SettleInput } from './settle.ts';

const TextRow = z.object({ id: z.string(), texts: z.array(z.string()) });
const scenesAtOnce = 10_000;
/** All of it takes so many times as long as reading the texts, measured on 100,000 notes; */
const workOfReading = 3;
/** and what is left after it is settled is writing it. */
const settledShare = 0.9;

/**
 * Regions, their names and everybody's place, after the field changed: read, settle on another thread, write in one transaction.
 * `onDone` is called after the write. Result: `{ regions, scenes, moved }`.
 */
export function layoutWork(deps: {
  graph: Graph;
  /** the field as this process has it in memory; without it, it is read */
  load?: () => Promise<FieldGraph>;
  settle?: Settle;
  onDone?: () => void;
}): JobWork<Record<string, unknown>> {
  const settle = deps.settle ?? settleInWorker;
  return async (_input, { signal, report }) => {
    const field = deps.load ? await deps.load() : makeFieldGraph(await readFieldRows(deps.graph));
    const input = settleInputOf(field);
    stopIfAborted(signal);
    const total = input.notes.length * workOfReading;
    let done = 0;
    report({ done, total });
    const textsOf = async (ids: readonly string[]) => {
      const texts = await readTextsOf(deps.graph, ids);
      report({ done: (done += ids.length), total });
      return texts;
    };
    const settled = await settle(input, textsOf, signal);
    stopIfAborted(signal);
    report({ done: Math.round(total * settledShare), total });
    const moved = await writeSettled(deps.graph, field, settled);
    report({ done: total, total });
    deps.onDone?.();
    return { regions: settled.regions.length, scenes: settled.places.length, moved };
  };
}

async function readTextsOf(graph: Graph, ids: readonly string[]): Promise<string[]> {
  const rows = z.array(TextRow).parse(await graph.read((tx) => tx.run(readTexts, { ids })));
  const textOf = new Map(rows.map((row) => [row.id, row.texts.join('\n\n')]));
  return ids.map((id) => textOf.get(id) ?? '');
}

/** What was accepted moves nothing: regions are what gaps are counted between, and a decision is not to move its own measure. */
function settleInputOf(field: FieldGraph): SettleInput {
  const pairs = new Map<string, { a: string; b: string; count: number }>();
  for (const { from, to, count } of field.links.filter((link) => !isAccepted(link))) {
    const [a, b] = from < to ? [from, to] : [to, from];
    const pair = pairs.get(`${a}\n${b}`) ?? { a, b, count: 0 };
    pair.count += count;
    pairs.set(`${a}\n${b}`, pair);
  }
  return {
    notes: field.scenes.map((scene) => ({
      id: scene.id,
      title: scene.title,
      vaultId: scene.vaultId,
      isPresent: scene.state === 'present',
      folders:
        scene.path === null
          ? []
          : path.posix
              .dirname(scene.path)
              .split('/')
              .filter((part) => part !== '.'),
      place: scene.x === null || scene.y === null ? null : { x: scene.x, y: scene.y },
      isPinned: scene.pinned,
      hasJoined: scene.joined,
    })),
    links: [...pairs.values()],
    earlier: field.regions.map((region) => {
      const { id, name, hue, named, describes, members } = region;
      const parts = partsOf(region).map((part) => ({ ...part, members: idsOf(part.members) }));
      const alike = Array.from(region.alike, ([other, likeness]) => ({ id: other, likeness }));
      return { id, name, hue, named, describes, alike, members: idsOf(members), parts };
    }),
  };
}

function idsOf(scenes: readonly FieldScene[]): string[] {
  return scenes.map(({ id }) => id);
}

/**
 * Number of scenes whose place changed. In one transaction, so that readers see the old regions or the new; of a large field a portion in each, which Neo4j
 * would not hold in memory together.
 */
async function writeSettled(graph: Graph, field: FieldGraph, settled: Settled): Promise<number> {
  const regions = settled.regions.map(({ members, alike, parts, ...region }) => ({
    ...region,
    scenes: members.length,
    alikeIds: alike.map(({ id }) => id),
    alikeTo: alike.map(({ likeness }) => likeness),
    partIds: parts.map(({ id }) => id),
    partNames: parts.map(({ name }) => name),
  }));
  const scenes = changedScenes(settled, field);
  const last = Math.max(1, Math.ceil(scenes.length / scenesAtOnce)) - 1;
  let moved = 0;
  for (let portion = 0; portion <= last; portion++) {
    const some = scenes.slice(portion * scenesAtOnce, (portion + 1) * scenesAtOnce);
    const places = some.filter(({ hasMoved }) => hasMoved);
    await graph.write(async (tx) => {
      await tx.run(deleteCopy);
      if (portion === 0) await tx.run(writeRegions, { regions });
      await tx.run(deleteOldMemberships, { scenes: some });
      await tx.run(writeMemberships, { scenes: some.filter(({ regionId }) => regionId !== null) });
      await tx.run(writePlaces, { places });
      if (portion < last) return;
      await tx.run(deleteLostMemberships);
      await tx.run(deleteOtherRegions, { ids: regions.map(({ id }) => id) });
    });
    moved += places.length;
  }
  return moved;
}

/** Scenes whose place, region or part of it is another than it was. */
function changedScenes({ regions, places, joined }: Settled, { sceneById }: FieldGraph) {
  const regionOf = groupOfMembers(regions);
  const partOf = groupOfMembers(regions.flatMap(({ parts }) => parts));
  const hasJoined = new Set(joined);
  return places.flatMap(({ id, x, y }) => {
    const before = sceneById.get(id);
    const scene = {
      id,
      x,
      y,
      regionId: regionOf.get(id) ?? null,
      partId: partOf.get(id) ?? null,
      joined: hasJoined.has(id),
      hasMoved: before?.x !== x || before.y !== y,
    };
    const isElsewhere =
      before?.regionId !== scene.regionId || before.partId !== scene.partId || before.joined !== scene.joined;
    return scene.hasMoved || isElsewhere ? [scene] : [];
  });
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', { cause: signal.reason });
}
