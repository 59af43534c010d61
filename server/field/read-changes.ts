import { z } from 'zod';
import { ChangeKind } from '../../graph-schema/change.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { readRootIdsOf, readRootLinksOf, readRootsOf, readSpeakersOf, readTouched } from './field.cypher.ts';
import { countTotals, type FieldRows, gatherLinks, SceneRow, SpeakerRow } from './field-rows.ts';

/** Beyond so many things touched, all is read again. */
const mostTouched = 4000;
/** Their log names no nodes. */
const unnamed: ReadonlySet<ChangeKind> = new Set(['vault_removed', 'restore']);

const Touched = z.object({ number: z.int(), kind: ChangeKind, touches: z.array(z.string()) });

/**
 * The rows as they are now, where only what the log says was touched since `rows.at` is read. Regions and places, which no change of the log
 * says anything of, stay as they were. Null where too much changed, or the log does not say what.
 */
export async function readChanges(graph: Graph, rows: FieldRows): Promise<FieldRows | null> {
  return graph.read(async (tx) => {
    const changes = z.array(Touched).parse(await tx.run(readTouched, { since: rows.at }));
    const ids = new Set(changes.flatMap(({ touches }) => touches));
    if (changes.some(({ kind }) => unnamed.has(kind)) || ids.size > mostTouched) return null;
    const at = changes.at(-1)?.number ?? rows.at;
    if (ids.size === 0) return { ...rows, at };
    return { ...(await readAgain(tx, rows, ids)), at };
  });
}

async function readAgain(tx: Tx, rows: FieldRows, ids: ReadonlySet<string>): Promise<FieldRows> {
  const known = new Map(rows.scenes.map((scene) => [scene.id as string, scene]));
  const found = await tx.run(readRootIdsOf, { ids: [...ids] });
  const roots = new Set(found.map((row) => String(row['rootId'])));
  for (const id of ids) if (known.has(id)) roots.add(id);

  const links = gatherLinks(await tx.run(readRootLinksOf, { ids: [...roots] }));
  // A scene that is only called for comes with its first link and goes with its last.
  const ends = new Set<string>(roots);
  for (const { from, to } of links) for (const id of [from, to]) if (!known.has(id)) ends.add(id);
  for (const { from, to } of rows.links)
    if (roots.has(from) || roots.has(to))
      for (const id of [from, to]) if (known.get(id)?.state === 'missing') ends.add(id);

  const scenes = z.array(SceneRow).parse(await tx.run(readRootsOf, { ids: [...ends] }));
  const speaking = z.array(SpeakerRow).parse(await tx.run(readSpeakersOf, { ids: [...roots] }));
  return {
    ...rows,
    scenes: [...rows.scenes.filter(({ id }) => !ends.has(id)), ...scenes].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    ),
    links: [...rows.links.filter(({ from, to }) => !roots.has(from) && !roots.has(to)), ...links],
    speaking: [...rows.speaking.filter(({ rootId }) => !roots.has(rootId)), ...speaking],
    totals: await countTotals(tx),
  };
}
