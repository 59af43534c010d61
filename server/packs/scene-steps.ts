import { createHash } from 'node:crypto';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Holder } from '../../graph-schema/nodes.ts';
import type { Pack } from '../../scenes/pack.ts';
import { type SceneText, sceneTexts } from '../../scenes/scene-text.ts';
import { type Join, type Properties, type Step, sceneRef } from '../changes/steps.ts';
import type { FieldRows } from './field-rows.ts';
import type { ImportPlan } from './import-plan.ts';

/** A plan with what it was made against. */
export type PlanWithRows = ImportPlan & { rows: FieldRows };

export function isWritten({ acts }: ImportPlan, sceneId: string): boolean {
  return ['write', 'fill'].includes(acts.scenes.get(sceneId) ?? '');
}

/** Scenes, what they are part of and come after, and their passages. */
export function sceneSteps(plan: PlanWithRows, holder: Holder): Step[] {
  const texts = sceneTexts(plan.pack);
  const tops = topsOf(plan.pack);
  const here = new Map<string, FieldRows['scenes'][number]>(
    plan.rows.scenes.map((row) => [row.scene.id, row]),
  );
  const written = plan.pack.scenes.filter(({ id }) => isWritten(plan, id));
  const held = plan.pack.scenes.filter(({ id }) => plan.acts.scenes.get(id) === 'hold');
  const propertiesOf = (scene: Pack['scenes'][number]): Properties => ({
    ...sceneProperties(scene, texts.get(scene.id)),
    rootId: tops.get(scene.id) ?? scene.id,
  });
  const older = written.filter(({ id }) => here.has(id));
  return [
    ...older.flatMap(({ id }) => clearSteps(plan.rows, here.get(id))),
    ...older.map((scene): Step => {
      const isFilled = plan.acts.scenes.get(scene.id) === 'fill';
      const after = { ...propertiesOf(scene), ...(isFilled && { filledBy: holder }) };
      return { type: 'set', node: sceneRef(scene.id), after, stands: isFilled };
    }),
    ...[...written, ...held].map((scene): Step => {
      const position = scene.position && { x: scene.position.x, y: scene.position.y };
      const props = withoutNulls({ id: scene.id, ...propertiesOf(scene), ...position });
      return { type: 'hold_node', node: sceneRef(scene.id), props, holder };
    }),
    ...placeJoins(plan).map((join): Step => ({ type: 'join', join })),
    ...passageSteps(plan, { texts, tops, holder }),
  ];
}

/** What an older text of a scene had: its passages and its place. */
function clearSteps(rows: FieldRows, row: FieldRows['scenes'][number] | undefined): Step[] {
  if (!row) return [];
  const from = sceneRef(row.scene.id);
  const passages = rows.passages.filter(({ sceneId }) => sceneId === row.scene.id);
  return [
    ...passages.flatMap(({ id, heldBy }) =>
      heldBy.map((holder): Step => ({
        type: 'release_node',
        node: { label: 'Passage', id },
        holder: holder as Holder,
      })),
    ),
    ...(row.parent === null
      ? []
      : [{ type: 'part', join: { type: 'PART_OF', from, to: sceneRef(row.parent) } } as const]),
  ];
}

/** A place is said where at least one of the two is written by this import; among scenes that are here it stays as it is. */
function placeJoins(plan: ImportPlan): Join[] {
  const { scenes } = plan.pack;
  const isNew = (one: string, other: string): boolean => isWritten(plan, one) || isWritten(plan, other);
  const join = (type: 'PART_OF' | 'NEXT', from: string, to: string): Join[] =>
    isNew(from, to) ? [{ type, from: sceneRef(from), to: sceneRef(to) }] : [];
  return [
    ...scenes.flatMap(({ id, in: whole }) => (whole === undefined ? [] : join('PART_OF', id, whole))),
    ...scenes.flatMap(({ id, after }) => after.flatMap((before) => join('NEXT', before, id))),
  ];
}

function passageSteps(
  plan: ImportPlan,
  {
    texts,
    tops,
    holder,
  }: { texts: ReadonlyMap<string, SceneText>; tops: ReadonlyMap<string, string>; holder: Holder },
): Step[] {
  const passages = plan.pack.passages.filter(({ scene }) => isWritten(plan, scene));
  return [
    ...passages.map(({ id, scene, start, end }): Step => {
      const own = texts.get(scene);
      // parsePack has seen to it: a passage stands inside its scene's text
      if (!own) throw new AppError('internal', { message: `passage ${id} of a scene without text` });
      const text = own.body.slice(start, end);
      const hash = createHash('sha256').update(text).digest('hex');
      const place = { start: start - own.start, end: end - own.start };
      const props = { id, sceneId: scene, rootId: tops.get(scene) ?? scene, ...place, text, hash };
      return { type: 'hold_node', node: { label: 'Passage', id }, props, holder };
    }),
    ...passages.map(({ id, scene }): Step => {
      return { type: 'join', join: { type: 'OF', from: { label: 'Passage', id }, to: sceneRef(scene) } };
    }),
  ];
}

/** Absent fields are null, so that a scene that is written over loses what the new one does not have. */
function sceneProperties(scene: Pack['scenes'][number], text: SceneText | undefined): Properties {
  return {
    title: scene.title,
    kind: scene.kind,
    state: scene.state,
    origin: scene.origin,
    aliases: scene.aliases,
    start: scene.span?.start ?? null,
    end: scene.span?.end ?? null,
    level: scene.level ?? null,
    order: scene.order ?? null,
    speaker: scene.speaker ?? null,
    speakerRole: scene.speakerRole ?? null,
    at: scene.at ?? null,
    atFrom: scene.atFrom ?? null,
    pinned: scene.pinned || null,
    formula: scene.formula ?? null,
    modelId: scene.model?.id ?? null,
    modelSha256: scene.model?.sha256 ?? null,
    body: scene.state === 'missing' ? null : (text?.body.slice(text.start, text.end) ?? null),
  };
}

/** The scene at the top of what each is part of. */
export function topsOf(pack: Pack): Map<string, string> {
  const parents = new Map<string, string>(
    pack.scenes.flatMap((scene) => (scene.in === undefined ? [] : [[scene.id, scene.in] as const])),
  );
  return new Map(
    pack.scenes.map(({ id }) => {
      let top: string = id;
      for (let above = parents.get(top); above !== undefined; above = parents.get(top)) top = above;
      return [id, top];
    }),
  );
}

export function withoutNulls(properties: Record<string, unknown>): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
  ) as Properties;
}
