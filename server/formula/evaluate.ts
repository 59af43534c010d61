import { z } from 'zod';
import { type FormulaAnswer, FormulaHit, type FormulaResult } from '../../graph-schema/views/formula-view.ts';
import type { Models } from '../../models/models.ts';
import type { ExplainedRow } from '../../scenes/formula/explanation.ts';
import { type Finding, placeFindings } from '../../scenes/formula/problem.ts';
import { readFormula } from '../../scenes/formula/read-formula.ts';
import { referencesOf } from '../../scenes/formula/references.ts';
import { findVault } from '../field/find-vault.ts';
import type { Graph } from '../graph/graph.ts';
import { findPlaces, type PlaceDeps } from './find-places.ts';
import { readShown } from './formula.cypher.ts';
import type { Found, Worked } from './formula-protocol.ts';
import type { FormulaThread } from './formula-thread.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import type { ShortTexts } from './short-texts.ts';

export interface FormulaDeps {
  graph: Graph;
  models: Models;
  texts: ShortTexts;
  thread: FormulaThread;
}

export interface FormulaInput {
  text: string;
  /** a vault's name or id: only its scenes are found */
  vault?: string | undefined;
}

type WorkedOut =
  | { worked: Worked; found: ReadonlyMap<string, Found> }
  | { problems: ReturnType<typeof placeFindings> };

/** Works a formula out over the field as it is. What is wrong with it is an answer. @throws AppError vault_not_found, stage_not_ready */
export async function evaluate(deps: FormulaDeps, { text, vault }: FormulaInput): Promise<FormulaAnswer> {
  const began = performance.now();
  const vaultId = vault === undefined ? null : await findVault(deps.graph, vault);
  const out = await workOut(deps, { text, vaultId, above: new Set() });
  return answerOf(deps, out, began);
}

/** What a formula came to, as it is shown. `began`: when it was asked, by `performance.now()`. */
export async function answerOf(
  deps: FormulaDeps,
  out: { worked: Worked } | { problems: ReturnType<typeof placeFindings> },
  began: number,
): Promise<FormulaAnswer> {
  if ('problems' in out)
    return { problems: out.problems.map((problem) => ({ ...problem, values: { ...problem.values } })) };
  const result = await show(deps, out.worked);
  return { ...result, seconds: (performance.now() - began) / 1000, problems: [] };
}

/** `above`: scenes whose formulas lead here. */
export async function workOut(
  deps: FormulaDeps,
  { text, vaultId, above }: { text: string; vaultId: string | null; above: ReadonlySet<string> },
): Promise<WorkedOut> {
  const { tree, problems } = readFormula(text);
  if (problems.length > 0) return { problems };
  const model = modelOf(deps.models);
  const follow = followWith(deps);
  const found = await findPlaces({ ...deps, model, follow }, referencesOf(tree), above);
  const answered = await deps.thread.work(model, { text, found, vaultId });
  return 'findings' in answered
    ? { problems: placeFindings(text, answered.findings satisfies Finding[]) }
    : { worked: answered.worked, found };
}

/** Where a scene that is a formula leads. */
export function followWith(deps: FormulaDeps): PlaceDeps['follow'] {
  return async (scene, seen) => {
    const told = { name: scene.title };
    if (seen.has(scene.id)) return { type: 'missing', code: 'names_itself', values: told };
    const inner = await workOut(deps, {
      text: scene.formula,
      vaultId: null,
      above: new Set([...seen, scene.id]),
    });
    if ('problems' in inner) {
      const isLoop = inner.problems.some(({ code }) => code === 'names_itself');
      return { type: 'missing', code: isLoop ? 'names_itself' : 'scene_without_place', values: told };
    }
    const { vector, own } = inner.worked;
    if (vector === null) return { type: 'missing', code: 'scene_without_place', values: told };
    return { type: 'placed', vector, own, names: [scene.id, ...namesOf(inner.found)] };
  };
}

/** Ids of all that a change of would move the value. */
export function namesOf(found: ReadonlyMap<string, Found>): string[] {
  return [...new Set([...found.values()].flatMap((each) => (each.type === 'missing' ? [] : each.names)))];
}

export function modelOf(models: Models): string {
  return models.presence().find(({ role }) => role === 'embed')?.id ?? '';
}

const Shown = z.array(
  FormulaHit.omit({ score: true, stays: true, shown: true })
    .extend({ id: z.string() })
    .omit({ sceneId: true }),
);

/** Scenes by their titles, each with the passage that lies nearest. */
async function show({ graph, models }: FormulaDeps, worked: Worked): Promise<Omit<FormulaResult, 'seconds'>> {
  const { explanation, ids, type, value, unit, examples, vector } = worked;
  const { near, opposite, ...rest } = explanation;
  const asked = { ids: [...new Set(ids.values())], probe: vector, model: modelOf(models) };
  const shown = new Map(
    Shown.parse(await graph.read((tx) => tx.run(readShown, asked))).map((each) => [each.id, each]),
  );
  const hits = (rows: readonly ExplainedRow[]) =>
    rows.flatMap(({ row, score, stays }) => {
      const { id, ...scene } = shown.get(ids.get(row) ?? '') ?? { id: null, passage: null };
      if (id === null) return [];
      const words = scene.passage && { shown: plainText(scene.passage.text) };
      return [FormulaHit.parse({ sceneId: id, ...scene, ...words, score, stays })];
    });
  return { ...rest, type, value, unit, examples, near: hits(near), opposite: hits(opposite) };
}
