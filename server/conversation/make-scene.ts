import { sceneRef } from '../changes/steps.ts';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneId } from '../../graph-schema/ids.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Graph } from '../graph/graph.ts';
import { cited, readTalk, talkOf } from './read-talk.ts';
import { citeSteps, passageSteps } from './turn-steps.ts';

export interface MadeScene {
  id: SceneId;
  number: number;
}

/** An answer becomes a scene that a person holds: its sentences, each with the note it is from, and a link to every note that it cites. @throws AppError not_found */
export async function makeScene(
  graph: Graph,
  { answerId, title }: { answerId: string; title: string },
): Promise<MadeScene> {
  const talk = await readTalk(graph, await talkOf(graph, answerId));
  const answer = talk.turns.flatMap(({ answers }) => answers).find(({ id }) => id === answerId);
  if (answer === undefined || answer.sentences.length === 0)
    throw new AppError('not_found', { values: { id: answerId } });
  const titles = new Map(answer.sources.map(({ n, title: name }) => [n, name]));
  const body = answer.sentences
    .map(({ text, n }) => (n === null ? text : `${text} — [[${titles.get(n) ?? ''}]]`))
    .join('\n\n');
  const id = SceneId.parse(`scene-${randomUUID()}`);
  return graph.write(async (tx) => {
    const passages = await cited(tx, answer.sources);
    const starts = new Map([...passages].map(([passageId, { start }]) => [passageId, start]));
    const props = {
      title,
      kind: 'written',
      state: 'present',
      origin: 'person',
      aliases: [],
      rootId: id,
      body,
    };
    const number = await commitChange(tx, {
      kind: 'edit',
      values: { title },
      steps: [
        { type: 'hold_node', node: sceneRef(id), props, holder: 'person' },
        ...passageSteps({ sceneId: id, rootId: id, body }),
        ...citeSteps({ from: id, kind: 'links_to', origin: 'person' }, answer, starts),
      ],
    });
    return { id, number };
  });
}
