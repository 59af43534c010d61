import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { ExportSelection } from '../../graph-schema/views/export-view.ts';
import type { Field } from '../field/create-field.ts';
import { degreeOf, type FieldGraph, type FieldScene, speakersIn } from '../field/field-graph.ts';
import { placeOf } from '../field/place-of.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { chooseExported, nameOfExport } from './choose-exported.ts';
import type { ExportedField, ExportedLink, ExportedScene } from './exported-field.ts';
import * as cypher from './exports.cypher.ts';

/** Root scenes read at a time. */
const batch = 500;

const SceneRow = z.object({
  id: z.string(),
  at: z.string().nullable(),
  heldBy: z.array(z.string()).nullable(),
  aliases: z.array(z.string()),
  text: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
});
const LinkRow = z.object({
  from: z.string(),
  to: z.string(),
  kind: LinkKind,
  origin: Origin,
  heldBy: z.array(z.string()).nullable(),
  passages: z.array(z.string()),
  starts: z.array(z.int()),
  ends: z.array(z.int()),
});
const ConceptsRow = z.object({ id: z.string(), names: z.array(z.string()) });
const PassageRow = z.object({ id: z.string(), rootId: z.string(), text: z.string() });
const OwnRow = z.object({ id: z.string(), other: z.string() });
const VaultRow = z.object({ id: z.string(), name: z.string() });

export interface Asked {
  selection: ExportSelection;
  language: 'ru' | 'en';
  /** with the notes' texts; what was written here comes along anyway */
  withText: boolean;
  /** only what a person here wrote or accepted, and what it links to */
  isOwnOnly: boolean;
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

/** Reads the part of the field that leaves, some hundred scenes at a time. @throws AppError export_empty, not_found, cancelled */
export async function readExported(
  { graph, field }: { graph: Graph; field: Field },
  asked: Asked,
): Promise<ExportedField> {
  const whole = await field.load();
  const selection = await withRoot(field, asked.selection);
  const picked = chooseExported(whole, selection);
  const chosen = asked.isOwnOnly ? await ownOf(graph, picked, whole) : picked;
  if (chosen.length === 0) throw new AppError('export_empty');
  const vaults = await graph.read(async (tx) => z.array(VaultRow).parse(await tx.run(cypher.readVaults)));
  const vaultName = new Map(vaults.map(({ id, name }) => [id, name]));
  const isPicked = new Set<string>(picked.map(({ id }) => id));
  const isChosen = new Set<string>(chosen.map(({ id }) => id));
  const scenes: ExportedScene[] = [];
  const links: ExportedLink[] = [];
  for (let at = 0; at < chosen.length; at += batch) {
    if (asked.signal?.aborted) throw new AppError('cancelled');
    const part = chosen.slice(at, at + batch);
    const read = await graph.read((tx) => readPart(tx, part, asked.withText));
    for (const scene of part) scenes.push(toScene(whole, scene, { read, vaultName }));
    links.push(...read.links.filter(({ from, to }) => isPicked.has(from) && isChosen.has(to)));
    asked.report?.({ done: Math.min(at + batch, chosen.length), total: chosen.length });
  }
  const regionIds = new Set(scenes.map(({ regionId }) => regionId));
  return {
    title: nameOfExport(whole, selection, vaults) ?? titleOf(chosen, whole),
    language: asked.language,
    scenes,
    links,
    regions: whole.regions
      .filter(({ id }) => regionIds.has(id))
      .map(({ id, name, hue, describes }) => ({ id, name, hue, describes })),
    otherNotes: whole.scenes.flatMap(({ id, path }) => (path === null || isChosen.has(id) ? [] : [path])),
  };
}

async function ownOf(
  graph: Graph,
  picked: readonly FieldScene[],
  { scenes }: FieldGraph,
): Promise<FieldScene[]> {
  const rows = await graph.read(async (tx) => z.array(OwnRow).parse(await tx.run(cypher.readOwn)));
  const isPicked = new Set<string>(picked.map(({ id }) => id));
  const own = new Set(rows.filter(({ id }) => isPicked.has(id)).flatMap(({ id, other }) => [id, other]));
  return scenes.filter(({ id }) => own.has(id));
}

/** A section or a turn stands for its note. */
async function withRoot(field: Field, selection: ExportSelection): Promise<ExportSelection> {
  if (selection.what !== 'around') return selection;
  const { ids } = await field.neighbourhood({ id: selection.sceneId, depth: 0 });
  return { ...selection, sceneId: ids[0] ?? selection.sceneId };
}

interface Part {
  scenes: Map<string, z.infer<typeof SceneRow>>;
  concepts: Map<string, string[]>;
  links: ExportedLink[];
}

async function readPart(tx: Tx, part: readonly FieldScene[], withText: boolean): Promise<Part> {
  const ids = part.map(({ id }) => id);
  const scenes = z.array(SceneRow).parse(await tx.run(cypher.readScenes, { ids, withText }));
  const concepts = z.array(ConceptsRow).parse(await tx.run(cypher.readConcepts, { ids }));
  const rows = z.array(LinkRow).parse(await tx.run(cypher.readLinks, { ids }));
  const quoted = [...new Set(rows.flatMap(({ passages }) => passages))];
  const passages = z.array(PassageRow).parse(await tx.run(cypher.readPassages, { ids: quoted }));
  return {
    scenes: new Map(scenes.map((row) => [row.id, row])),
    concepts: new Map(concepts.map(({ id, names }) => [id, names])),
    links: joined(rows, new Map(passages.map((passage) => [passage.id, passage]))),
  };
}

function toScene(
  field: FieldGraph,
  scene: FieldScene,
  { read, vaultName }: { read: Part; vaultName: ReadonlyMap<string, string> },
): ExportedScene {
  const row = read.scenes.get(scene.id);
  const { id, title, kind, state, origin, path, regionId } = scene;
  const { x, y } = placeOf(field, scene);
  return {
    id,
    title,
    kind,
    state,
    origin,
    path,
    regionId,
    vault: vaultName.get(scene.vaultId ?? '') ?? null,
    x: Math.round(x * 100) / 100,
    y: Math.round(y * 100) / 100,
    degree: degreeOf(field, id),
    aliases: row?.aliases ?? [],
    concepts: read.concepts.get(id) ?? [],
    speakers: speakersIn(field, id).map(({ name }) => name),
    at: row?.at ?? null,
    text: row?.text?.slice(row.start ?? 0, row.end ?? row.text.length) ?? null,
    isOwn: isOurs(row?.heldBy),
  };
}

/** Single links as one a pair of scenes and kind, with all their voices and quotes. */
function joined(
  rows: readonly z.infer<typeof LinkRow>[],
  passages: ReadonlyMap<string, z.infer<typeof PassageRow>>,
): ExportedLink[] {
  const links = new Map<string, ExportedLink>();
  for (const { from, to, kind, origin, heldBy, ...quotes } of rows) {
    const key = `${from}\n${kind}\n${to}`;
    const known = links.get(key);
    const evidence = quotes.passages.flatMap((id, index) => {
      const passage = passages.get(id);
      const text = passage?.text.slice(quotes.starts[index] ?? 0, quotes.ends[index] ?? 0) ?? '';
      return passage === undefined || text === '' ? [] : [{ sceneId: passage.rootId, text }];
    });
    links.set(key, {
      from,
      to,
      kind,
      origins: [...new Set([...(known?.origins ?? []), origin])],
      count: (known?.count ?? 0) + 1,
      isOwn: known?.isOwn === true || isOurs(heldBy),
      evidence: [...(known?.evidence ?? []), ...evidence],
    });
  }
  return [...links.values()];
}

/** A person here holds it, by writing it or by accepting it. */
function isOurs(heldBy: readonly string[] | null | undefined): boolean {
  return heldBy?.some((holder) => holder === 'person' || holder.startsWith('proposal:')) === true;
}

/** Scenes picked one by one are called by the best linked of them. */
function titleOf(scenes: readonly FieldScene[], field: FieldGraph): string {
  const best = scenes.toSorted((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id)).slice(0, 3);
  return best.map(({ title }) => title).join(' · ');
}
