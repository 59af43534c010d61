import type { PackPreview } from '../../graph-schema/views/pack-view.ts';
import type { Difference } from '../../scenes/compare-packs.ts';
import { digestPack } from '../../scenes/index.ts';
import { packLists } from '../../scenes/pack.ts';
import type { ImportPlan } from './import-plan.ts';

type Counts = PackPreview['counts'];

/** What an import would do, as the page and the command show it. */
export function previewOfPlan(plan: ImportPlan): PackPreview {
  const { pack, differences, conflicts } = plan;
  const inConflict = new Set(conflicts.filter(({ list }) => list === 'scenes').map(({ id }) => id));
  return {
    title: pack.title,
    about: pack.about,
    digest: digestPack(pack),
    counts: counted((list) => pack[list].length),
    new: countOf(plan, 'new'),
    same: countOf(plan, 'same'),
    changed: countOf(plan, 'changed'),
    conflicts: conflicts.map(({ id, title, what }) => ({ id, title, what })),
    scenes: pack.scenes.map(({ id, title, position }) => ({
      id,
      title,
      state: inConflict.has(id) ? 'conflict' : (differences.scenes.get(id) ?? 'new'),
      x: position?.x ?? null,
      y: position?.y ?? null,
    })),
    links: pack.links
      .filter(({ kind }) => kind !== 'mentions')
      .map(({ from, to, kind }) => ({ from, to, kind })),
  };
}

/** What is in conflict is in no other count. */
function countOf({ pack, differences, conflicts }: ImportPlan, wanted: Difference): Counts {
  const inConflict = new Set(conflicts.map(({ list, id }) => JSON.stringify([list, id])));
  return counted(
    (list) =>
      pack[list].filter(
        ({ id }) => differences[list].get(id) === wanted && !inConflict.has(JSON.stringify([list, id])),
      ).length,
  );
}

function counted(count: (list: (typeof packLists)[number]) => number): Counts {
  return {
    scenes: count('scenes'),
    concepts: count('concepts'),
    links: count('links'),
    passages: count('passages'),
    decisions: count('decisions'),
  };
}
