import type { RegionView } from '../../graph-schema/views/region-view.ts';
import type { Field } from '../field/create-field.ts';
import { regionFacts } from '../field/region-facts.ts';
import { openQuestions } from '../gaps/open-questions.ts';
import type { Graph } from '../graph/graph.ts';
import { countSpeakingOf } from '../search/speaks-of.ts';

const mostQuestions = 5;

/** What a region is: what the field knows, how much of it speaks of its name, and what it asks. @throws AppError not_found */
export async function viewRegion(
  { graph, field }: { graph: Graph; field: Pick<Field, 'load'> },
  id: string,
): Promise<RegionView> {
  const loaded = await field.load();
  const facts = regionFacts(loaded, id);
  const members = loaded.regions.find((region) => region.id === id)?.members ?? [];
  const notes = members.filter(({ state }) => state === 'present');
  const rootIds = notes.map((note) => note.id);
  const [covered, questions] = await Promise.all([
    countSpeakingOf({ graph }, { phrase: facts.name, notes }),
    openQuestions(graph, loaded, { vaultId: undefined, limit: mostQuestions, rootIds }),
  ]);
  return {
    ...facts,
    covered,
    questions: questions.flatMap(({ sceneId, title, evidence }) =>
      sceneId === undefined ? [] : [{ id: sceneId, title: evidence[0]?.title ?? '', question: title }],
    ),
  };
}
