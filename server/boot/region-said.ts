import { AppError } from '../../graph-schema/app-error.ts';
import type { RegionSaid } from '../../graph-schema/views/region-view.ts';
import type { Field } from '../field/create-field.ts';
import { openQuestions } from '../gaps/open-questions.ts';
import type { Graph } from '../graph/graph.ts';
import { countSpeakingOf } from '../search/speaks-of.ts';

const mostQuestions = 5;

/** How much of a region speaks of its name, and what it asks. @throws AppError not_found */
export async function regionSaid(
  { graph, field }: { graph: Graph; field: Pick<Field, 'load'> },
  id: string,
): Promise<RegionSaid> {
  const loaded = await field.load();
  const region = loaded.regions.find((each) => each.id === id);
  if (region === undefined) throw new AppError('not_found', { values: { id } });
  const notes = region.members.filter(({ state }) => state === 'present');
  const rootIds = notes.map((note) => note.id);
  const [covered, questions] = await Promise.all([
    countSpeakingOf({ graph }, { phrase: region.name, notes }),
    openQuestions(graph, loaded, { limit: mostQuestions, rootIds }),
  ]);
  return {
    covered,
    questions: questions.flatMap(({ sceneId, title, evidence }) =>
      sceneId === undefined ? [] : [{ id: sceneId, title: evidence[0]?.title ?? '', question: title }],
    ),
  };
}
