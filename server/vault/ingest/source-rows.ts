import type { Passage, Scene, Source } from '../../../graph-schema/nodes.ts';
import { deriveId } from '../ids.ts';
import type { SourceOutline } from '../parsed.ts';
import type { ReadSource, SourceParts } from './read-folder.ts';

/** What a source puts into the graph of itself: plain rows for UNWIND. `null` takes a property away. */
export interface SceneRows {
  source: Row<Source>;
  scenes: Row<Scene>[];
  passages: Row<Passage>[];
  /** child, parent */
  parts: [string, string][];
  /** a turn and the one after it */
  next: [string, string][];
}

type Row<T> = { [Key in keyof T]?: T[Key] extends string | undefined ? string | null : T[Key] | null } & {
  id: string;
};

export interface RowIds {
  vaultId: string;
  id: string;
  scenes: readonly string[];
  keys: readonly string[];
}

export interface SourceInput {
  read: ReadSource;
  parts: SourceParts;
  text: string;
  ids: RowIds;
}

export function sceneRows({ read, parts, text, ids }: SourceInput): SceneRows {
  const source = read.outline;
  const sceneId = (index: number) => ids.scenes[index] ?? '';
  return {
    source: {
      id: ids.id,
      vaultId: ids.vaultId,
      path: source.path,
      file: read.note.path,
      stamp: read.note.stamp,
      hash: source.hash,
      bytes: source.bytes,
      mtimeMs: source.mtimeMs,
      encoding: source.encoding,
      text,
      constructs: JSON.stringify(parts.constructs),
      fault: source.problems[0]?.code ?? null,
    },
    scenes: source.scenes.map((_, index) => sceneRow(source, ids, index)),
    passages: passageRows({ parts, text, ids }),
    parts: source.scenes.flatMap((scene, index): [string, string][] =>
      scene.parent === null ? [] : [[sceneId(index), sceneId(scene.parent)]],
    ),
    next: turnPairs(source).map(([from, to]): [string, string] => [sceneId(from), sceneId(to)]),
  };
}

function sceneRow(source: SourceOutline, ids: RowIds, index: number): Row<Scene> {
  const scene = source.scenes[index];
  const isNote = index === 0;
  return {
    id: ids.scenes[index] ?? '',
    title: scene?.title ?? '',
    kind: scene?.kind ?? 'note',
    state: 'present',
    origin: 'vault',
    aliases: isNote ? source.aliases : [],
    rootId: ids.scenes[0] ?? '',
    vaultId: ids.vaultId,
    sourceId: ids.id,
    start: scene?.start ?? 0,
    end: scene?.end ?? 0,
    level: scene?.level ?? null,
    order: index,
    key: ids.keys[index] ?? '',
    body: null,
    speaker: scene?.speaker ?? null,
    speakerRole: scene?.speakerRole ?? null,
    at: isNote ? source.at : (scene?.at ?? null),
    atFrom: isNote ? source.atFrom : scene?.at ? 'turn' : null,
  };
}

function passageRows({ parts, text, ids }: Omit<SourceInput, 'read'>): Row<Passage>[] {
  const passageIds = passageIdsOf(parts.passages, ids);
  return parts.passages.map(({ scene, start, end, hash }, index) => ({
    id: passageIds[index] ?? '',
    sceneId: ids.scenes[scene] ?? '',
    rootId: ids.scenes[0] ?? '',
    vaultId: ids.vaultId,
    start,
    end,
    text: text.slice(start, end),
    hash,
  }));
}

/** A passage's id says which scene it is of and what its words are: an edit elsewhere changes nothing of it. */
export function passageIdsOf(passages: SourceParts['passages'], ids: RowIds): string[] {
  const seen = new Map<string, number>();
  return passages.map(({ scene, hash }) => {
    const sceneId = ids.scenes[scene] ?? '';
    const count = (seen.get(sceneId + hash) ?? 0) + 1;
    seen.set(sceneId + hash, count);
    return deriveId('passage', sceneId, hash, String(count));
  });
}

function turnPairs(source: SourceOutline): [number, number][] {
  const turns = source.scenes.flatMap((scene, index) => (scene.kind === 'turn' ? [index] : []));
  return turns.slice(1).map((turn, index): [number, number] => [turns[index] ?? turn, turn]);
}
