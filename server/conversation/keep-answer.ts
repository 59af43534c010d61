import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import type { Answer, TurnView } from '../../graph-schema/views/conversation-view.ts';
import { messagesFor } from '../../messages/index.ts';
import { languageOf } from '../../models/words/stem.ts';
import { commitChange } from '../changes/commit-change.ts';
import { type Step, sceneRef } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { deriveId } from '../vault/ids.ts';
import { declineWords } from './answer-question.ts';
import { cited, type Kept, type StoredTalk } from './read-talk.ts';
import { readPlace } from './talks.cypher.ts';
import { summaryText, turnsToSum } from './thread-of.ts';
import { citeSteps, passageSteps, summarySteps, turnSteps } from './turn-steps.ts';

interface KeepInput {
  talk: StoredTalk;
  turn: TurnView;
  answer: Answer;
  /** the partial answer that this one goes on from */
  replaces: string | null;
}

/** Keeps an answer as the turn after its question, with links to what it cites; a long talk gets its next summary. One change. */
export async function keepAnswer(
  graph: Graph,
  { talk, turn, answer, replaces }: KeepInput,
): Promise<{ number: number }> {
  const id = SceneId.parse(replaces ?? `turn-${randomUUID()}`);
  const body = textOf(answer, turn.question);
  const kept: Kept = { type: 'answer', answer };
  const own = {
    id,
    talkId: talk.id,
    after: turn.id,
    body,
    speaker: { name: answer.model ?? 'Scenefield', role: 'model' as const },
    at: new Date().toISOString(),
    order: 2 * talk.turns.indexOf(turn) + 1,
    talk: JSON.stringify(kept),
    modelId: answer.model,
  };
  const before = turn.answers.find((each) => each.id === replaces);
  return graph.write(async (tx) => {
    const passages = await cited(tx, answer.sources);
    const starts = new Map([...passages].map(([passageId, { start }]) => [passageId, start]));
    const steps: Step[] = [
      ...(before === undefined ? turnSteps(own) : rewriteSteps(own, textOf(before, turn.question))),
      ...citeSteps({ from: id, kind: 'cites', origin: 'model' }, answer, starts),
      ...(await placeSteps(tx, talk.id, answer)),
      ...nextSummary(talk, turn, { ...answer, id }),
    ];
    return { number: await commitChange(tx, { kind: 'edit', values: { title: talk.title }, steps }) };
  });
}

/** The answer as it is read outside the page, with the numbers of its sources. */
export function textOf({ state, sentences }: Pick<Answer, 'state' | 'sentences'>, question: string): string {
  if (state === 'declined') return declineWords(question);
  return sentences.map(({ text, n }) => (n === null ? text : `${text} [${n}]`)).join(' ');
}

function rewriteSteps({ id, talkId, body, talk }: Parameters<typeof turnSteps>[0], before: string): Step[] {
  const rewritten: Step = { type: 'set', node: sceneRef(id), after: { body, talk } };
  if (body === before) return [rewritten];
  return [
    rewritten,
    ...(before === ''
      ? []
      : [
          {
            type: 'release_node',
            node: { label: 'Passage', id: deriveId('passage', id, before) },
            holder: 'person',
          } as const,
        ]),
    ...passageSteps({ sceneId: id, rootId: talkId, body, isTalk: true }),
  ];
}

/** A talk lies on the map among what it speaks of, until a layout gives it its place. */
async function placeSteps(tx: Tx, talkId: string, { sources }: Answer): Promise<Step[]> {
  const rows = await tx.run(readPlace, { id: talkId, ids: sources.map(({ rootId }) => rootId) });
  const [place] = z.array(z.object({ x: z.number().nullable(), y: z.number().nullable() })).parse(rows);
  if (place?.x == null || place.y === null) return [];
  return [{ type: 'set', node: sceneRef(talkId), after: { x: place.x, y: place.y } }];
}

function nextSummary(talk: StoredTalk, turn: TurnView, answer: TurnView['answers'][number]): Step[] {
  const turns = talk.turns.map((each) =>
    each === turn ? { ...turn, answers: [...turn.answers, answer] } : each,
  );
  const told = turnsToSum({ ...talk, turns }, answer.id);
  const last = told?.at(-1);
  if (!told || last === undefined) return [];
  return summarySteps({
    id: `summary-${randomUUID()}`,
    talkId: talk.id,
    title: messagesFor(languageOf(last.question)).conversation.summary,
    body: summaryText(told, declineWords),
    until: last.id,
    at: new Date().toISOString(),
  });
}
