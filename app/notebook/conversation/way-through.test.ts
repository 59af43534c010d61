import { expect, test } from 'vitest';
import { SceneId } from '../../../graph-schema/ids.ts';
import type { TurnView } from '../../../graph-schema/views/conversation-view.ts';
import { wayThrough } from './way-through.ts';

function turn(id: string, after: string | null): TurnView {
  const answer: TurnView['answers'][number] = {
    id: SceneId.parse(`${id}-answer`),
    state: 'whole',
    cause: null,
    understood: null,
    sentences: [],
    sources: [],
    planned: 0,
    model: null,
    seed: 1,
    seconds: 0,
    firstTokenSeconds: null,
  };
  return {
    id: SceneId.parse(id),
    after: after === null ? null : SceneId.parse(`${after}-answer`),
    question: id,
    at: '',
    context: [],
    vaultId: null,
    answers: [answer],
  };
}

const turns = [turn('a', null), turn('b', 'a'), turn('c', 'b'), turn('d', 'a')];
const idsOf = (tip: string) => wayThrough(turns, tip).map((each) => each.turn.id);

test('without a wish the newest branch is shown, else the one that was chosen, to its end', () => {
  expect(idsOf('')).toEqual(['a', 'd']);
  expect(idsOf('b')).toEqual(['a', 'b', 'c']);
  expect(wayThrough(turns, 'b')[1]?.branches.map(({ id }) => id)).toEqual(['b', 'd']);
});

test('a tip that is gone is no wish', () => {
  expect(idsOf('undone')).toEqual(['a', 'd']);
  expect(wayThrough([], 'undone')).toEqual([]);
});
