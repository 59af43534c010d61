import type { Passage, Scene, Source } from '../../../graph-schema/nodes.ts';
import { deriveId, digest } from '../ids.ts';
import type { ParsedSource } from '../parsed.ts';

/** What a source puts into the graph of itself: plain rows for UNWIND. `null` takes a property away. */
export interface SceneRows {
  source: Row<Source>;
  scenes: Row<Scene>[];
  passages: Row<Passage>[];
  /** child, parent */
  parts: [string, string][];
  /** a turn and the one after it */
  next: [string, string][];
  digest: string;
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

export function sceneRows(source: ParsedSource, ids: RowIds): SceneRows {
  const sceneId = (index: number) => ids.scenes[index] ?? '';
  const rows = {
    source: {
      id: ids.id,
      vaultId: ids.vaultId,
      path: source.path,
      hash: source.hash,
      bytes: source.bytes,
      mtimeMs: source.mtimeMs,
      encoding: source.encoding,
      text: source.text,
      constructs: JSON.stringify(source.constructs),
      fault: source.problems[0]?.code ?? null,
    },
    scenes: source.scenes.map((_, index) => sceneRow(source, ids, index)),
    passages: passageRows(source, ids),
    parts: source.scenes.flatMap((scene, index): [string, string][] =>
      scene.parent === null ? [] : [[sceneId(index), sceneId(scene.parent)]],
    ),
    next: turnPairs(source).map(([from, to]): [string, string] => [sceneId(from), sceneId(to)]),
  };
  // the file's time alone is no difference: a note's date may be that time, but its words decide
  const { mtimeMs: _time, text: _text, ...lasting } = rows.source;
  const dated = source.atFrom === 'file' ? rows.scenes.map((scene) => ({ ...scene, at: null })) : rows.scenes;
  return { ...rows, digest: digest(JSON.stringify([lasting, dated, rows.passages, rows.parts, rows.next])) };
}

function sceneRow(source: ParsedSource, ids: RowIds, index: number): Row<Scene> {
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

function passageRows(source: ParsedSource, ids: RowIds): Row<Passage>[] {
  const seen = new Map<string, number>();
  return source.passages.map((passage) => {
    const sceneId = ids.scenes[passage.scene] ?? '';
    const text = source.text.slice(passage.start, passage.end);
    const hash = digest(text);
    const count = (seen.get(sceneId + hash) ?? 0) + 1;
    seen.set(sceneId + hash, count);
    return {
      id: deriveId('passage', sceneId, hash, String(count)),
      sceneId,
      rootId: ids.scenes[0] ?? '',
      vaultId: ids.vaultId,
      start: passage.start,
      end: passage.end,
      text,
      hash,
    };
  });
}

function turnPairs(source: ParsedSource): [number, number][] {
  const turns = source.scenes.flatMap((scene, index) => (scene.kind === 'turn' ? [index] : []));
  return turns.slice(1).map((turn, index): [number, number] => [turns[index] ?? turn, turn]);
}
