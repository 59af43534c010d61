import type { z } from 'zod';
import type { Drawing } from '../../../graph-schema/views/cells/drawing.ts';
import { degreeOf, type FieldGraph, type FieldScene } from '../../field/field-graph.ts';
import { groupBy } from '../../field/group-by.ts';
import { onceAField } from '../../field/once-a-field.ts';
import { placeOf } from '../../field/place-of.ts';

/** More make a drawing in a text unreadable. */
const mostPoints = 240;
const mostLines = 600;

const hues = onceAField((field) => new Map(field.regions.map(({ id, hue }) => [id as string, hue])));
const linksFrom = onceAField((field) => groupBy(field.links, ({ from }) => from as string));

/** Scenes of the field by id, the most linked first where there is no room for all, and the links among them. */
export function drawScenes(field: FieldGraph, ids: readonly string[]): z.infer<typeof Drawing> {
  const asked = [...new Set(ids)].flatMap((id) => field.sceneById.get(id) ?? []);
  const shown =
    asked.length <= mostPoints
      ? asked
      : asked.toSorted((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id)).slice(0, mostPoints);
  return {
    points: shown.map((scene) => pointOf(field, scene)),
    lines: linksAmong(field, shown).slice(0, mostLines),
    left: asked.length - shown.length,
  };
}

/** Links between two scenes, each pair once. */
export function linksAmong(field: FieldGraph, scenes: readonly FieldScene[]): { from: string; to: string }[] {
  const among = new Set<string>(scenes.map(({ id }) => id));
  const lines = new Map<string, { from: string; to: string }>();
  for (const { id } of scenes)
    for (const { from, to } of linksFrom(field).get(id) ?? [])
      if (among.has(to) && from !== to)
        lines.set(from < to ? `${from} ${to}` : `${to} ${from}`, { from, to });
  return [...lines.values()];
}

function pointOf(field: FieldGraph, scene: FieldScene): z.infer<typeof Drawing>['points'][number] {
  const { x, y } = placeOf(field, scene);
  return {
    id: scene.id,
    title: scene.title,
    x: Math.round(x),
    y: Math.round(y),
    hue: scene.regionId === null ? null : (hues(field).get(scene.regionId) ?? null),
    isHollow: scene.state === 'missing',
  };
}
