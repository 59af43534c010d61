import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import type { ChangedView } from '../../graph-schema/views/changed-view.ts';
import type { Graph } from '../graph/graph.ts';
import { changedBetween, type Period } from './changed-between.ts';
import { deleteCopy, findRootOf, writeRegionName } from './field.cypher.ts';
import type { FieldGraph, FieldScene } from './field-graph.ts';
import { fieldView, shownIn, type ViewInput } from './field-view.ts';
import { modularityOf } from './find-regions.ts';
import { findVault } from './find-vault.ts';
import { type FieldRows, readFieldNumber, readFieldRows } from './field-rows.ts';
import type { Copied, Copies } from './keep-copy.ts';
import { homeRegions } from './home-regions.ts';
import { makeFieldGraph } from './make-field-graph.ts';
import { smallField } from './needs-layout.ts';
import { readChanges } from './read-changes.ts';
import { findPaths, findPathThrough, type FoundPath } from './find-paths.ts';
import { partsOf } from './parts-of.ts';
import { mainScenes, neighbourhood } from './view-selection.ts';

export interface RegionList {
  regions: {
    id: string;
    name: string;
    scenes: number;
    describes: string[];
    main: { id: string; title: string }[];
    /** the region that it is a part of; parts come right after it */
    parent?: string;
  }[];
  /** of the links alone, γ = 1 */
  modularity: number;
}

/** The field as this process sees it: kept in memory, brought up to date by what the log of changes names, read again as a whole after a layout. */
export interface Field {
  /** Begins to open what an earlier run kept of it; the graph need not be there yet. */
  openAhead(): void;
  load(): Promise<FieldGraph>;
  view(input: ViewInput, limit?: number): Promise<FieldView>;
  /** the scenes of that view alone */
  shown(input: ViewInput): Promise<readonly FieldScene[]>;
  /** `vault`: a vault's name or id */
  regions(input: { vault?: string | undefined }): Promise<RegionList>;
  renameRegion(input: { id: string; name: string }): Promise<void>;
  neighbourhood(input: { id: string; depth: number }): Promise<{ ids: string[] }>;
  /** `vault`: a vault's name or id */
  changed(input: Period & { vault?: string | undefined }): Promise<ChangedView>;
  /** by way of these scenes, in their order; `through`: also the shortest that passes this region. @throws AppError not_found */
  paths(input: { ids: readonly string[]; through?: string | undefined }): Promise<FoundPath[]>;
  /**
   * Some of the copy in memory no longer holds. `since`: what was touched after that change is read again (an ingest logs what it will touch before it writes);
   * without it everything is, as after a layout, which is no change of the log.
   */
  invalidate(since?: number): void;
}

interface FieldDeps {
  graph: Graph;
  /** without them a start reads the field scene by scene */
  copies?: Copies;
  /** While all is read again, a view waits so long, milliseconds, and is then of the copy before; `onRead` hears when there is a newer one. Without it a view waits. */
  late?: { afterMs: number; onRead: () => void };
}

export function createField({ graph, copies, late }: FieldDeps): Field {
  let copy: Copied | null = null;
  let reading: Promise<unknown> | null = null;
  /** What was touched after this change is to be read again; -1: everything; infinite: nothing. */
  let invalidFrom = -1;
  let invalidations = 0;

  const invalidate = (since = -1) => {
    invalidations += 1;
    invalidFrom = Math.min(invalidFrom, since);
  };
  const keep = (rows: FieldRows) => {
    if (copies === undefined || rows.scenes.length <= smallField) return;
    const madeAfter = invalidations;
    // without a copy the next start reads the field itself
    void copies.keep(graph, rows, () => invalidations === madeAfter).catch(() => undefined);
  };
  const bringUpToDate = async (since: number): Promise<Copied | null> => {
    // what a start finds kept still holds; what is in memory may have been said to hold no longer
    const kept = copy === null ? await copies?.open(graph) : null;
    const known = copy === null ? kept : since < 0 ? null : validUntil(copy, since);
    const rows = known && (await readChanges(graph, known.rows));
    if (!known || !rows) return null;
    if (rows.scenes !== known.rows.scenes) return { rows, field: makeFieldGraph(rows) };
    return { rows, field: rows.at === known.field.at ? known.field : { ...known.field, at: rows.at } };
  };
  const readWhole = async (): Promise<Copied> => {
    const rows = await readFieldRows(graph);
    keep(rows);
    return { rows, field: makeFieldGraph(rows) };
  };
  const refresh = async () => {
    const since = invalidFrom;
    invalidFrom = Number.POSITIVE_INFINITY;
    try {
      copy = (await bringUpToDate(since)) ?? (await readWhole());
    } catch (error) {
      invalidate(since);
      throw error;
    }
  };
  const load = async (): Promise<FieldGraph> => {
    const number = await readFieldNumber(graph);
    for (;;) {
      // while it is read again for something that is no change of the log, the copy is still the old one
      const isValid = reading === null && invalidFrom === Number.POSITIVE_INFINITY;
      if (copy && isValid && copy.rows.at >= number) return copy.field;
      reading ??= refresh().finally(() => (reading = null));
      await reading;
    }
  };
  /** What can be shown soon: the field, or, while that takes long, the copy before. */
  const loadSoon = async (): Promise<FieldGraph> => {
    const loading = load();
    if (late === undefined || copy === null) return loading;
    const soon = await Promise.race([loading, sleep(late.afterMs, null)]);
    if (soon !== null) return soon;
    void loading.then(late.onRead, () => undefined); // a fault is told to the next who asks
    return copy.field;
  };
  const rootOf = async (field: FieldGraph, id: string): Promise<string> => {
    if (field.sceneById.has(id)) return id;
    const [row] = await graph.read((tx) => tx.run(findRootOf, { id }));
    if (!row) throw new AppError('not_found', { values: { id } });
    return z.string().parse(row['rootId']);
  };

  const byRoot = async (field: FieldGraph, input: ViewInput): Promise<ViewInput> => ({
    ...input,
    around: input.around === undefined ? undefined : await rootOf(field, input.around),
  });

  return {
    openAhead: () => copies?.openAhead(),
    load,
    view: async (input, limit) => {
      const field = await loadSoon();
      return fieldView(field, await byRoot(field, input), limit);
    },
    shown: async (input) => {
      const field = await load();
      return shownIn(field, await byRoot(field, input)).scenes;
    },
    regions: async ({ vault }) =>
      regionList(await load(), vault === undefined ? null : await findVault(graph, vault)),
    renameRegion: async ({ id, name }) => {
      const rows = await graph.write(async (tx) => {
        await tx.run(deleteCopy);
        return tx.run(writeRegionName, { id, name });
      });
      if (rows.length === 0) throw new AppError('not_found', { values: { id } });
      invalidate();
    },
    neighbourhood: async ({ id, depth }) => {
      const field = await load();
      return { ids: [...neighbourhood(field, await rootOf(field, id), depth)] };
    },
    changed: async ({ vault, ...period }) => {
      const vaultId = vault === undefined ? null : await findVault(graph, vault);
      return changedBetween(await load(), period, (scene) => vaultId === null || scene.vaultId === vaultId);
    },
    paths: async ({ ids, through }) => {
      const field = await load();
      const stops = await Promise.all(ids.map((id) => rootOf(field, id)));
      const [from = '', to = ''] = [stops[0], stops.at(-1)];
      const passing = through === undefined ? null : findPathThrough(field, { from, to, regionId: through });
      return [...findPaths(field, stops), ...(passing === null ? [] : [passing])];
    },
    invalidate,
  };
}

/** What was touched after that change is read again. */
function validUntil({ rows, field }: Copied, since: number): Copied {
  return { rows: { ...rows, at: Math.min(rows.at, since) }, field };
}

function regionList(field: FieldGraph, vaultId: string | null): RegionList {
  const home = vaultId === null ? null : homeRegions(field, vaultId);
  const regions = field.regions.filter(({ id }) => home === null || home.has(id));
  const shown = new Set<string>(regions.map(({ id }) => id));
  const isShown = (id: string | null | undefined) => id != null && shown.has(id);
  const ties = field.links
    .map(({ from, to, count }) => ({ a: from, b: to, weight: count }))
    .filter(({ a, b }) => [a, b].every((id) => isShown(field.sceneById.get(id)?.regionId)));
  return {
    regions: regions.flatMap((region) => [
      {
        id: region.id,
        name: region.name,
        scenes: region.members.length,
        describes: region.describes,
        main: mainScenes(region).map(named),
      },
      ...partsOf(region).map((part) => ({
        id: part.id,
        name: part.name,
        scenes: part.members.length,
        describes: [],
        main: mainScenes(part).map(named),
        parent: region.id,
      })),
    ]),
    modularity: modularityOf(ties, (id) => field.sceneById.get(id)?.regionId ?? undefined),
  };
}

function named({ id, title }: FieldScene): { id: string; title: string } {
  return { id, title };
}
