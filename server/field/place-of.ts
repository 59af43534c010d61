import { type FieldGraph, type FieldScene, neighboursOf } from './field-graph.ts';

/**
 * Where a scene lies. One that no layout has seen yet stands at the middle of its placed neighbours, else on a spiral around
 * everything, so that a fresh field can be looked at while it settles.
 */
export function placeOf(field: FieldGraph, scene: FieldScene): { x: number; y: number } {
  if (scene.x !== null && scene.y !== null) return { x: scene.x, y: scene.y };
  const turn = angleOf(scene.id);
  const near = [...neighboursOf(field, scene.id)].flatMap((id) => {
    const other = field.sceneById.get(id);
    return other?.x === null || other?.y === null || !other ? [] : [{ x: other.x, y: other.y }];
  });
  const reach = near.length > 0 ? 40 : 45 * Math.sqrt(field.scenes.length) * Math.sqrt((turn * 7.13) % 1);
  const sum = near.reduce((total, place) => ({ x: total.x + place.x, y: total.y + place.y }), { x: 0, y: 0 });
  const count = Math.max(1, near.length);
  return {
    x: sum.x / count + Math.cos(turn * 2 * Math.PI) * reach,
    y: sum.y / count + Math.sin(turn * 2 * Math.PI) * reach,
  };
}

/** 0–1 from an id, always the same (FNV-1a). */
function angleOf(id: string): number {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) / 2 ** 32;
}
