import type { Gap } from '../../graph-schema/views/gap.ts';
import type { FieldGraph } from '../field/field-graph.ts';
import { onceAField } from '../field/once-a-field.ts';
import type { Graph } from '../graph/graph.ts';
import { ofVault } from './of-vault.ts';
import { openQuestions } from './open-questions.ts';
import { unwrittenIdeas } from './unwritten-ideas.ts';

export interface ToldByNotes {
  ideas: Gap[];
  questions: Gap[];
}

const most = 1000;

const kept = onceAField(() => new Map<string, Promise<ToldByNotes>>());

/** Ideas without a note and questions without an answer, at most 1000 of each: all that was written is gone through, so once for each field. `field`: the whole one. */
export async function toldByNotes(
  graph: Graph,
  field: FieldGraph,
  vaultId: string | undefined,
): Promise<ToldByNotes> {
  const byVault = kept(field);
  const key = vaultId ?? '';
  const reading = byVault.get(key) ?? read(graph, ofVault(field, vaultId), vaultId);
  byVault.set(key, reading);
  // whoever asks next tries again
  reading.catch(() => byVault.delete(key));
  return reading;
}

async function read(graph: Graph, field: FieldGraph, vaultId: string | undefined): Promise<ToldByNotes> {
  const asked = { vaultId, limit: most };
  const [ideas, questions] = await Promise.all([
    unwrittenIdeas(graph, field, asked),
    openQuestions(graph, field, asked),
  ]);
  return { ideas, questions };
}
