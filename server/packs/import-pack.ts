import { AppError } from '../../graph-schema/app-error.ts';
import type { Holder } from '../../graph-schema/nodes.ts';
import type { PackPreview, PackProblem } from '../../graph-schema/views/pack-view.ts';
import { type Pack, digestPack, parsePack } from '../../scenes/index.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Properties, Step } from '../changes/steps.ts';
import { decisionNode } from './decision-steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import type { ImportPlan } from './import-plan.ts';
import { linkSteps } from './link-steps.ts';
import { readPack } from './packs.cypher.ts';
import { previewOfPlan } from './preview-of-plan.ts';
import { readPlan } from './read-here.ts';
import { releaseSteps } from './release-steps.ts';
import { sceneSteps, withoutNulls } from './scene-steps.ts';

/** What an import would do, or everything that is wrong with the file. Writes nothing. */
export async function previewPack(
  { graph }: { graph: Graph },
  text: string,
): Promise<{ valid: true; preview: PackPreview } | { valid: false; problems: PackProblem[] }> {
  const parsed = parsePack(text);
  if ('problems' in parsed) return { valid: false, problems: parsed.problems };
  const plan = await graph.read((tx) => readPlan(tx, parsed.pack));
  return { valid: true, preview: previewOfPlan(plan) };
}

/**
 * Takes a pack in, in one transaction and one change that can be undone, and says what it did. Everything is held by `pack:ID`;
 * a newer version of a pack takes the place of the older.
 * @throws AppError pack_invalid, pack_newer, pack_too_large
 */
export async function importPack(
  { graph, now = () => new Date() }: { graph: Graph; now?: () => Date },
  { text, dryRun = false }: { text: string; dryRun?: boolean },
): Promise<PackPreview> {
  const pack = parsed(text);
  if (dryRun) return graph.read(async (tx) => previewOfPlan(await readPlan(tx, pack)));
  return graph.write(async (tx) => {
    const plan = await readPlan(tx, pack);
    const holder: Holder = `pack:${pack.id}`;
    const steps = [
      ...sceneSteps(plan, holder),
      ...linkSteps(plan, holder),
      ...(await releaseSteps(tx, holder, heldIds(plan))),
      ...(await packSteps(tx, { pack, holder, importedAt: now().toISOString() })),
    ];
    await commitChange(tx, {
      kind: 'import',
      values: { name: pack.title, scenes: pack.scenes.length },
      steps,
    });
    return previewOfPlan(plan);
  });
}

function parsed(text: string): Pack {
  const result = parsePack(text);
  if ('pack' in result) return result.pack;
  const { code, problems } = result;
  const places = problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  throw new AppError(code, {
    values: { count: problems.length, problems: places },
    message: places[0] ?? code,
  });
}

async function packSteps(
  tx: Tx,
  { pack, holder, importedAt }: { pack: Pack; holder: Holder; importedAt: string },
): Promise<Step[]> {
  const node = { label: 'Pack', id: pack.id } as const;
  const said: Properties = {
    name: pack.title,
    about: pack.about,
    language: pack.language ?? null,
    digest: digestPack(pack),
    importedAt,
  };
  const [row] = await tx.run(readPack, { id: pack.id });
  const hold: Step = { type: 'hold_node', node, props: withoutNulls({ id: pack.id, ...said }), holder };
  return row ? [{ type: 'set', node, after: said }, hold] : [hold];
}

/** Everything that this version of the pack holds; what an older one held besides is let go. */
function heldIds({ acts, pack }: ImportPlan): Set<string> {
  const held = Object.values(acts).flatMap((list) =>
    [...list].flatMap(([id, act]) => (act === 'leave' ? [] : [id])),
  );
  const decisions = pack.decisions.map(({ id }) => decisionNode(id).id);
  return new Set([...held, ...decisions, ...pack.passages.map(({ id }) => id)]);
}
