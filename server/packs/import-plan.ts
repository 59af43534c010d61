import { type Comparison, type Difference, comparePacks } from '../../scenes/compare-packs.ts';
import type { Pack, PackList } from '../../scenes/pack.ts';
import type { FieldRows } from './field-rows.ts';

export type ConflictWhat = 'file' | 'person' | 'rejected' | 'decision';

export interface Conflict {
  id: string;
  title: string;
  list: PackList;
  what: ConflictWhat;
}

/** `write`: made or written over. `fill`: a missing scene gets its text. `hold`: it is here, and the pack holds it too. */
export type Act = 'write' | 'fill' | 'hold' | 'leave';

export interface ImportPlan {
  pack: Pack;
  differences: Comparison;
  acts: Record<'scenes' | 'concepts' | 'links' | 'decisions', Map<string, Act>>;
  conflicts: Conflict[];
}

/** What stands here of all that the pack names. */
export interface Here {
  rows: FieldRows;
  pack: Pack;
  /** proposals that a person here has decided */
  ownDecisions: ReadonlySet<string>;
  /** `from to` of pairs that a person here has rejected */
  rejected: ReadonlySet<string>;
}

export function pairKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

/** Says what an import would do. What a note or a person here says is never written over. */
export function planImport(pack: Pack, here: Here): ImportPlan {
  const differences = comparePacks(here.pack, pack);
  const conflicts: Conflict[] = [];
  const titles = new Map<string, string>([
    ...pack.concepts.map(({ id, name }) => [id, name] as const),
    ...pack.scenes.map(({ id, title }) => [id, title] as const),
  ]);
  const holders = holdersOf(here.rows);
  const states = new Map<string, string>(here.rows.scenes.map(({ scene }) => [scene.id, scene.state]));

  const act = (list: 'scenes' | 'concepts' | 'links', id: string, title: string): Act => {
    const difference: Difference = differences[list].get(id) ?? 'new';
    if (difference === 'new') return 'write';
    if (difference === 'same') return 'hold';
    if (list === 'scenes' && states.get(id) === 'missing') return 'fill';
    const other = otherHolder(holders.get(id) ?? []);
    if (other === null) return 'write';
    conflicts.push({ id, title, list, what: other });
    return 'leave';
  };
  const nameOf = (from: string, to: string): string =>
    `${titles.get(from) ?? from} → ${titles.get(to) ?? to}`;

  const acts: ImportPlan['acts'] = {
    scenes: new Map(pack.scenes.map(({ id, title }) => [id, act('scenes', id, title)])),
    concepts: new Map(pack.concepts.map(({ id, name }) => [id, act('concepts', id, name)])),
    links: new Map(
      pack.links.map(({ id, from, to, origin }) => {
        const isRejected = here.rejected.has(pairKey(from, to)) || here.rejected.has(pairKey(to, from));
        const isNew = (differences.links.get(id) ?? 'new') === 'new';
        if (origin === 'vault' || !isNew || !isRejected) return [id, act('links', id, nameOf(from, to))];
        conflicts.push({ id, title: nameOf(from, to), list: 'links', what: 'rejected' });
        return [id, 'leave'];
      }),
    ),
    decisions: new Map(
      pack.decisions.map(({ id, from, to }) => {
        if (!here.ownDecisions.has(id)) return [id, 'write'];
        const isOther = differences.decisions.get(id) === 'changed';
        if (isOther) conflicts.push({ id, title: nameOf(from, to), list: 'decisions', what: 'decision' });
        return [id, 'leave'];
      }),
    ),
  };
  return { pack, differences, acts, conflicts };
}

function holdersOf(rows: FieldRows): Map<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...rows.scenes.map(({ scene }) => [scene.id, scene.heldBy] as const),
    ...rows.concepts.map(({ concept }) => [concept.id, concept.heldBy] as const),
    ...rows.links.map(({ link }) => [link.id, link.heldBy] as const),
  ]);
}

/** Who holds it beside packs: a file of this field, or what a person here wrote or accepted. */
function otherHolder(holders: readonly string[]): 'file' | 'person' | null {
  if (holders.some((holder) => holder === 'person' || holder.startsWith('proposal:'))) return 'person';
  return holders.some((holder) => holder.startsWith('source:')) ? 'file' : null;
}
