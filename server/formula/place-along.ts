import type { AxisView, Pole } from '../../graph-schema/views/lens-view.ts';
import { placeFindings } from '../../scenes/formula/problem.ts';
import { referenceKey } from '../../scenes/formula/references.ts';
import { answerOf, followWith, type FormulaDeps, modelOf } from './evaluate.ts';
import { placeOfScene } from './find-places.ts';
import { sceneById } from './find-scene.ts';
import type { Found } from './formula-protocol.ts';

/** The axis between two things that are looked up already: they stand under these names. */
const text = 'axis([[0]], [[1]])';

/**
 * Where scenes lie between two poles, and whether that says anything: as the formula `axis` does. Poles that are scenes need vectors, words the model.
 * @throws AppError not_found (a pole), stage_not_ready
 */
export async function placeAlong(
  deps: FormulaDeps,
  { from, to, ids }: { from: Pole; to: Pole; ids: readonly string[] },
): Promise<AxisView> {
  const began = performance.now();
  const [first, second] = [await findPole(deps, from), await findPole(deps, to)];
  const found = new Map<string, Found>(
    [first, second].map((pole, at) => [referenceKey({ type: 'scene', name: String(at) }), pole.found]),
  );
  const worked = await deps.thread.work(modelOf(deps.models), { text, found, vaultId: null, along: ids });
  const out = 'findings' in worked ? { problems: placeFindings(text, worked.findings) } : worked;
  const along = 'worked' in worked ? worked.worked.along : null;
  return {
    names: [first.name, second.name],
    places: Object.fromEntries(along?.places ?? []),
    low: along?.low ?? 0,
    high: along?.high ?? 1,
    answer: await answerOf(deps, out, began),
  };
}

async function findPole(deps: FormulaDeps, pole: Pole): Promise<{ name: string; found: Found }> {
  if ('words' in pole) return { name: pole.words, found: await deps.texts.place(pole.words) };
  const scene = await sceneById(deps.graph, pole.sceneId);
  const model = modelOf(deps.models);
  const found = await placeOfScene({ ...deps, model, follow: followWith(deps) }, scene, new Set());
  return { name: scene.title, found };
}
