import { AppError } from '../../graph-schema/app-error.ts';
import type { AnswerSource } from '../../graph-schema/views/conversation-view.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { proposePair, type ProposedPair } from '../proposals/index.ts';
import { cited, readTalk, talkOf } from './read-talk.ts';

/** A link between the notes of two sources of an answer, by their numbers, with what was cited of them. @throws AppError not_found, bad_input */
export async function proposeLink(
  deps: { graph: Graph; events: FieldEvents },
  { answerId, from, to }: { answerId: string; from: number; to: number },
): Promise<ProposedPair> {
  const { graph } = deps;
  const talk = await readTalk(graph, await talkOf(graph, answerId));
  const sources = talk.turns.flatMap(
    ({ answers }) => answers.find(({ id }) => id === answerId)?.sources ?? [],
  );
  const sourceOf = (wanted: number) => sources.find(({ n }) => n === wanted);
  const [a, b] = [sourceOf(from), sourceOf(to)];
  if (a === undefined || b === undefined) throw new AppError('not_found', { values: { id: answerId } });
  if (a.rootId === b.rootId) throw new AppError('bad_input', { values: { field: 'to' } });
  const passages = await graph.read((tx) => cited(tx, [a, b]));
  const sideOf = ({ rootId, passageId, text, start }: AnswerSource) => {
    const at = start - (passages.get(passageId)?.start ?? start);
    return { rootId, passageId, start: at, end: at + text.length, text };
  };
  return proposePair(deps, { from: sideOf(a), to: sideOf(b) });
}
