import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneView } from '../../graph-schema/views/scene-view.ts';
import type { Graph, Row, Tx } from '../graph/graph.ts';
import { readSceneLinks } from './read-scene-links.ts';
import * as cypher from './read-scene.cypher.ts';

type Deps = { graph: Graph };

/** `block`: a UUID that ends a block somewhere in the field. A title may be a path: its last part is the name. */
export type SceneBy = { id: string } | { title: string } | { block: string };

const Found = z.object({
  scene: z
    .object({ start: z.int().nullable(), end: z.int().nullable(), body: z.string().nullable() })
    .loose(),
  source: z
    .object({
      path: z.string(),
      text: z.string(),
      vaultId: z.string(),
      vault: z.string(),
      folder: z.string(),
    })
    .nullable(),
  region: z.unknown(),
  passages: z.int(),
});
type Found = z.infer<typeof Found>;

/**
 * One scene, whole: its words, what it is part of and what is in it, its links with their quotes, its concepts.
 * A scene's links and concepts are also those of its sections and turns.
 * Errors: `not_found`; `ambiguous_title`, whose `candidates` is a JSON list of `{id, title, vault, path}`.
 */
export async function readScene({ graph }: Deps, by: SceneBy): Promise<SceneView> {
  const id = await idBy(graph, by);
  return graph.read(async (tx) => {
    const [row] = await tx.run(cypher.readScene, { id });
    if (!row) throw new AppError('not_found', { values: { id } });
    const found = Found.parse(row);
    return SceneView.parse({
      ...found.scene,
      aliases: found.scene['aliases'] ?? [],
      body: bodyOf(found.scene, found.source?.text ?? null),
      source: sourceOf(found),
      region: found.region,
      passages: found.passages,
      speakers: await tx.run(cypher.readSpeakers, { id }),
      within: await tx.run(cypher.readWithin, { id }),
      outline: await tx.run(cypher.readOutline, { id }),
      links: await readSceneLinks(tx, id),
      concepts: await tx.run(cypher.readConcepts, { id }),
      openInObsidian: obsidianAddress(found),
    });
  });
}

/** Markdown of a scene as written; '' for one that was never written. Error: `not_found`. */
export async function readBody({ graph }: Deps, id: string): Promise<string> {
  const [row] = await graph.read((tx: Tx): Promise<Row[]> => tx.run(cypher.readSceneBody, { id }));
  if (!row) throw new AppError('not_found', { values: { id } });
  const shape = { start: z.int().nullable(), end: z.int().nullable(), body: z.string().nullable() };
  const { text, ...scene } = z.object({ ...shape, text: z.string().nullable() }).parse(row);
  return bodyOf(scene, text);
}

function bodyOf(scene: Pick<Found['scene'], 'start' | 'end' | 'body'>, text: string | null): string {
  return text === null ? (scene.body ?? '') : text.slice(scene.start ?? 0, scene.end ?? text.length);
}

function sourceOf({ scene, source }: Found) {
  if (!source) return null;
  const { vaultId, vault, path: notePath } = source;
  return { vaultId, vault, path: notePath, start: scene.start ?? 0, end: scene.end ?? source.text.length };
}

function obsidianAddress({ source }: Found): string | null {
  if (!source) return null;
  return `obsidian://open?path=${encodeURIComponent(path.join(source.folder, ...source.path.split('/')))}`;
}

async function idBy(graph: Graph, by: SceneBy): Promise<string> {
  if ('id' in by) return by.id;
  if ('title' in by) return findByTitle(graph, by.title);
  const { block } = by;
  const [row] = await graph.read((tx) => tx.run(cypher.findByBlock, { block, query: `"${block}"` }));
  if (!row) throw new AppError('not_found', { values: { block } });
  return String(row['id']);
}

/** Id of the scene of this title or alias; a path before it says which. Errors as `readScene`. */
export async function findByTitle(graph: Graph, words: string): Promise<string> {
  const title = words.normalize('NFC').trim();
  const find = (loose: boolean) =>
    graph.read((tx) => tx.run(cypher.findScenesByTitle, { title, lower: title.toLowerCase(), loose }));
  let rows = await find(false);
  if (rows.length === 0) rows = await find(true);
  // a page's name may hold slashes; else they are folders, and the note's name is what follows
  if (rows.length === 0 && title.includes('/'))
    return findByTitle(graph, title.slice(title.lastIndexOf('/') + 1));
  if (rows.length === 0) throw new AppError('not_found', { values: { title } });
  // a note's own name goes before sections that are called the same
  const notes = rows.filter((row) => row['kind'] === 'note');
  const meant = notes.length > 0 ? notes : rows;
  if (meant.length === 1) return String(meant[0]?.['id']);
  const candidates = meant.map(({ id, title: name, vault, path: notePath }) => ({
    id,
    title: name,
    vault,
    path: notePath,
  }));
  throw new AppError('ambiguous_title', { values: { title, candidates: JSON.stringify(candidates) } });
}
