import { SceneId } from '../../graph-schema/ids.ts';
import { type FieldGraph, type FieldLink, type FieldScene, isAccepted } from '../field/field-graph.ts';
import { makeFieldGraph } from '../field/make-field-graph.ts';

/** A missing scene that a merge took for a note, with the notes that called for it. */
export interface MergedMissing {
  id: string;
  title: string;
  callers: string[];
}

/**
 * The field as it would be had no proposal been accepted: the same regions, without the links that came so, and with the scenes that were drafted, or taken for a note,
 * still missing.
 */
export function beforeAcceptances(field: FieldGraph, merged: readonly MergedMissing[]): FieldGraph {
  const own = new Set<string>(field.scenes.map(({ id }) => id));
  const called = merged.filter(({ callers }) => callers.some((id) => own.has(id)));
  return makeFieldGraph({
    ...field,
    scenes: [
      ...field.scenes.map((scene) => (isDrafted(scene) ? { ...scene, state: 'missing' as const } : scene)),
      ...called.map(missingScene),
    ],
    links: [...field.links.filter((link) => !isAccepted(link)), ...called.flatMap(callsFor)],
  });
}

function missingScene({ id, title }: MergedMissing): FieldScene {
  const placed = { regionId: null, partId: null, joined: false, x: null, y: null, pinned: false };
  const written = { kind: 'note', state: 'missing', origin: 'vault', path: null, at: null } as const;
  return { ...placed, ...written, id: SceneId.parse(id), title, vaultId: null };
}

function callsFor({ id, callers }: MergedMissing): FieldLink[] {
  const call = { to: SceneId.parse(id), kind: 'links_to' as const, count: 1 };
  return callers.map((from) => ({ ...call, from: SceneId.parse(from), origins: ['vault'] }));
}

function isDrafted({ origin, kind, state }: FieldScene): boolean {
  return origin === 'model' && kind === 'draft' && state === 'present';
}
