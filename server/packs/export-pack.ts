import { createHash } from 'node:crypto';
import { PackId } from '../../graph-schema/ids.ts';
import { digestPack, writePack } from '../../scenes/index.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { type FieldRows, inBatches, readFieldRows } from './field-rows.ts';
import { type PackHead, packOfField } from './pack-of-field.ts';
import { nameOfSelection, packFileName } from './pack-file-name.ts';
import * as cypher from './packs.cypher.ts';
import { type PackSelection, selectScenes } from './select-scenes.ts';

export interface ExportRequest {
  selection: PackSelection;
  /** what the file calls itself; default: the pack these scenes came from, else made from the scenes */
  head?: Partial<PackHead>;
}

export interface ExportedPack {
  text: string;
  fileName: string;
  scenes: number;
  concepts: number;
  links: number;
  /** UTF-8 */
  bytes: number;
  digest: string;
}

/** The same field gives the same bytes. */
export async function exportPack({ graph }: { graph: Graph }, request: ExportRequest): Promise<ExportedPack> {
  const { pack, name } = await graph.read(async (tx) => {
    const sceneIds = await selectScenes(tx, request.selection);
    const conceptIds = (await inBatches(tx, cypher.conceptsOfScenes, sceneIds)).map(
      (row) => row['id'] as string,
    );
    const rows = await readFieldRows(tx, { sceneIds, conceptIds: [...new Set(conceptIds)] });
    const head = { ...headOf(rows), ...(await headOfOrigin(tx, sceneIds)), ...request.head };
    return { pack: packOfField(rows, head), name: await nameOfSelection(tx, request.selection) };
  });
  const text = writePack(pack);
  return {
    text,
    fileName: packFileName(name ?? pack.title),
    scenes: pack.scenes.length,
    concepts: pack.concepts.length,
    links: pack.links.length,
    bytes: Buffer.byteLength(text),
    digest: digestPack(pack),
  };
}

/** Without a name of its own a pack is called by its best-linked scenes, and known by which scenes it holds. */
function headOf(rows: FieldRows): PackHead {
  const degrees = new Map<string, number>();
  for (const { from, to } of rows.links)
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const main = rows.scenes
    .map(({ scene }) => scene)
    .filter(({ id, rootId, state }) => id === rootId && state !== 'missing')
    .sort((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const ids = rows.scenes.map(({ scene }) => scene.id).sort();
  const hash = createHash('sha256').update(ids.join('\n')).digest('hex');
  const titles = main.slice(0, 3).map(({ title }) => title);
  return { id: PackId.parse(`pack-${hash.slice(0, 16)}`), title: titles.join(' · ') || '·', about: '' };
}

/** Scenes that all came in one pack, and are all of it, leave under its name. */
async function headOfOrigin(tx: Tx, sceneIds: readonly string[]): Promise<Partial<PackHead>> {
  const wanted = new Set(sceneIds);
  for (const { pack } of await tx.run(cypher.packNodes)) {
    const { id, name, about, language } = pack as {
      id: PackId;
      name: string;
      about?: string;
      language?: 'ru' | 'en';
    };
    const held = await tx.run(cypher.packScenes, { holder: `pack:${id}` });
    const isThis = held.length === wanted.size && held.every((row) => wanted.has(row['id'] as string));
    if (isThis) return { id, title: name, about: about ?? '', ...(language && { language }) };
  }
  return {};
}
