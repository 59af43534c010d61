import type { SourceOutline } from '../parsed.ts';
import { deriveId, freeId } from '../ids.ts';
import { pathKey } from '../resolve/note-index.ts';
import type { MissingScene } from '../resolve/resolve-links.ts';
import { followMoved } from './follow-moved.ts';
import { mostAlike, passageHashes } from './match-sources.ts';
import type { ReadSource } from './read-folder.ts';
import { sceneKeys } from './scene-keys.ts';
import type { StoredScene, StoredSource } from './stored.ts';

export interface AssignedIds {
  /** beside the sources */
  sources: { id: string; scenes: string[]; keys: string[] }[];
  /** by a missing scene's name */
  missing: Map<string, string>;
  /** notes and turns whose own id another scene already had */
  taken: { path: string; id: string }[];
}

export interface Known {
  vaultId: string;
  matches: readonly (StoredSource | null)[];
  vanished: readonly StoredSource[];
  scenes: readonly StoredScene[];
  hashes: ReadonlyMap<string, string[]>;
  /** ids that scenes outside of this vault have */
  taken: ReadonlySet<string>;
}

/** Ids that sources would like: UIDs of turns, `uid` properties of notes. */
export function wishedIds(sources: readonly ReadSource[]): string[] {
  return sources.flatMap(({ outline: source }) => [
    ...(source.uid === null ? [] : [source.uid]),
    ...source.scenes.flatMap((scene) => (scene.uid === null ? [] : [scene.uid])),
  ]);
}

/** Every scene keeps the id it was given once; a new one takes its own if that is free. */
export function assignIds(read: readonly ReadSource[], known: Known): AssignedIds & { state: State } {
  const state = openState(known);
  const kept = read.map((source, index) => keepIds(source, known.matches[index] ?? null, state));
  for (const id of followMoved(read, kept, state)) state.used.add(id);
  const sources = read.map(({ outline }, index) =>
    idsOf(outline, { id: known.matches[index]?.id, ...(kept[index] ?? { keys: [], scenes: [] }) }, state),
  );
  return { sources, missing: new Map(), taken: state.reported, state };
}

/** For a field without scenes: each source's ids as `assignIds` gives them, one source after the other in their order. */
export function newIds(vaultId: string): (source: SourceOutline) => AssignedIds['sources'][number] {
  const nothing = { matches: [], vanished: [], scenes: [], hashes: new Map(), taken: new Set<string>() };
  const state = openState({ vaultId, ...nothing });
  return (source) => idsOf(source, { keys: sceneKeys(source), scenes: [] }, state);
}

function idsOf(
  source: SourceOutline,
  old: { id?: string | undefined; keys: string[]; scenes: readonly (string | null)[] },
  state: State,
): AssignedIds['sources'][number] {
  const id = old.id ?? newSourceId(source, state);
  const scenes = old.keys.map((key, scene) => old.scenes[scene] ?? newSceneId(source, { scene, key }, state));
  return { id, scenes, keys: old.keys };
}

type State = ReturnType<typeof openState>;

function openState(known: Known) {
  const bySource = new Map<string, StoredScene[]>();
  const callable = new Map<string, StoredScene>();
  for (const scene of known.scenes) {
    if (scene.sourceId !== null) {
      const list = bySource.get(scene.sourceId);
      if (list) list.push(scene);
      else bySource.set(scene.sourceId, [scene]);
    } else if (scene.key.startsWith('missing:')) callable.set(scene.key.slice('missing:'.length), scene);
  }
  const live = new Set(known.matches.flatMap((source) => (source ? [source.id] : [])));
  return {
    ...known,
    bySource,
    callable,
    sourceIds: new Set([...live, ...known.vanished.map((source) => source.id)]),
    /** ids in use: by scenes of files that are still there, by scenes outside, and by those given in this run */
    used: new Set([
      ...known.taken,
      ...known.scenes.flatMap((scene) =>
        scene.sourceId !== null && live.has(scene.sourceId) ? [scene.id] : [],
      ),
    ]),
    reported: [] as AssignedIds['taken'],
  };
}

/** The ids of a source that the graph has: by key, and for what was renamed by most of its passages. */
function keepIds(read: ReadSource, stored: StoredSource | null, state: State) {
  if (read.stored?.kept) return read.stored.kept;
  const source = read.outline;
  const keys = sceneKeys(source);
  const scenes: (string | null)[] = keys.map(() => null);
  if (!stored) return { keys, scenes };
  const left = new Map((state.bySource.get(stored.id) ?? []).map((scene) => [scene.key, scene]));
  keys.forEach((key, index) => {
    const found = left.get(key);
    if (!found) return;
    scenes[index] = found.id;
    left.delete(key);
  });
  source.scenes.forEach((scene, index) => {
    if (scenes[index] !== null || left.size === 0) return;
    const own = passageHashes(read, index);
    const others = [...left.values()].filter((other) => other.kind === scene.kind);
    const found = mostAlike(own, others, state.hashes);
    if (!found) return;
    scenes[index] = found.id;
    left.delete(found.key);
  });
  return { keys, scenes };
}

function newSourceId(source: SourceOutline, state: State): string {
  const derive = (n: number) => deriveId('source', state.vaultId, source.path, String(n));
  const id = freeId(derive(1), (candidate) => state.sourceIds.has(candidate), derive);
  state.sourceIds.add(id);
  return id;
}

/** A note that links called for takes the missing scene's id; else a UID or `uid` of its own, else one from vault and path. */
function newSceneId(source: SourceOutline, at: { scene: number; key: string }, state: State): string {
  const { scene: index, key } = at;
  const scene = source.scenes[index];
  const called = index === 0 ? takeCalled(source, state) : null;
  if (called) return called;
  const own = index === 0 ? source.uid : (scene?.uid ?? null);
  const derive = (n: number) =>
    deriveId('scene', state.vaultId, source.path, key, ...(n === 1 ? [] : [String(n)]));
  const natural = own ?? derive(1);
  const isTaken = (id: string) => state.used.has(id);
  const id = freeId(natural, isTaken, own === null ? derive : (n) => derive(n - 1));
  if (id !== natural && scene?.kind !== 'section') state.reported.push({ path: source.path, id: natural });
  state.used.add(id);
  return id;
}

function takeCalled(source: SourceOutline, state: State): string | null {
  const key = pathKey(source.path);
  for (const name of [key, ...endings(key), ...(source.names ?? []).map(pathKey)]) {
    const scene = state.callable.get(name);
    if (!scene || state.used.has(scene.id)) continue;
    state.callable.delete(name);
    state.used.add(scene.id);
    return scene.id;
  }
  return null;
}

/** `a/b/c` → `b/c`, `c`: what a link may call the note. */
function endings(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join('/'));
}

/** A missing scene keeps its id, or that of the note that was there; else one from vault and name. */
export function assignMissing(missing: readonly MissingScene[], ids: ReturnType<typeof assignIds>): void {
  const { callable, used, bySource, vanished: gone, vaultId } = ids.state;
  for (const source of ids.sources) for (const id of source.scenes) used.add(id);
  const vanished = new Map(
    gone.flatMap((source) => {
      const note = bySource.get(source.id)?.find((scene) => scene.key === '');
      const key = pathKey(source.path);
      return note ? [key, ...endings(key)].map((name) => [name, note.id] as const) : [];
    }),
  );
  for (const { name } of missing) {
    const derive = (n: number) =>
      deriveId('scene', vaultId, 'missing', name, ...(n === 1 ? [] : [String(n)]));
    const wished = callable.get(name)?.id ?? vanished.get(name) ?? derive(1);
    const id = freeId(wished, (candidate) => used.has(candidate), derive);
    used.add(id);
    ids.missing.set(name, id);
  }
}
