import type { Pack } from '../../scenes/pack.ts';
import type { Tx } from '../graph/graph.ts';
import { ownDecisions, rejectedPairs } from './decisions.cypher.ts';
import { inBatches, readFieldRows } from './field-rows.ts';
import { pairKey, planImport } from './import-plan.ts';
import { packOfField } from './pack-of-field.ts';
import type { PlanWithRows } from './scene-steps.ts';
import { settleIds } from './settle-ids.ts';

/** Looks at what the pack names and stands here already, and plans its import. Reads only. */
export async function readPlan(tx: Tx, incoming: Pack): Promise<PlanWithRows> {
  const sceneIds = incoming.scenes.map(({ id }) => id);
  const conceptIds = incoming.concepts.map(({ id }) => id);
  const rows = await readFieldRows(tx, { sceneIds, conceptIds });
  const herePack = packOfField(rows, { id: incoming.id, title: incoming.title, about: '' });
  const pack = settleIds(incoming, herePack.links);
  const own = await inBatches(
    tx,
    ownDecisions,
    pack.decisions.map(({ id }) => id),
  );
  const rejected = await inBatches(tx, rejectedPairs, sceneIds);
  const plan = planImport(pack, {
    rows,
    pack: herePack,
    ownDecisions: new Set(own.map((row) => row['id'] as string)),
    rejected: new Set(rejected.map((row) => pairKey(row['from'] as string, row['to'] as string))),
  });
  return { ...plan, rows };
}
