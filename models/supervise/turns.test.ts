import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

const signal = undefined;

test('a person takes the turn from background work, keeps it from piece to piece, and the background goes on where it stood', async () => {
  const turns = createTurns();
  const first = turns.nextOrder();
  const background = await turns.take('background', { signal, order: first });
  const later = turns.take('background', { signal, order: turns.nextOrder() });
  const asked = turns.take('person', { signal, order: turns.nextOrder() });
  expect(background.preempted.aborted).toBe(true);
  const again = turns.take('background', { signal, order: first });
  background.end();
  const piece = await asked;
  const taken: string[] = [];
  const rest = (async () => {
    (await again).end();
    taken.push('again');
    await later;
    taken.push('later');
  })();
  piece.end();
  const next = await turns.take('person', { signal, order: turns.nextOrder() });
  expect(taken).toEqual([]);
  next.end();
  await rest;
  expect(taken).toEqual(['again', 'later']);
});

test('who leaves the queue is not served; paused background work waits while a person is served', async () => {
  const turns = createTurns();
  turns.pause(true);
  const control = new AbortController();
  const left = turns.take('background', { signal: control.signal, order: turns.nextOrder() });
  const waiting = turns.take('background', { signal, order: turns.nextOrder() });
  (await turns.take('person', { signal, order: turns.nextOrder() })).end();
  control.abort();
  await expect(left).rejects.toThrow();
  turns.pause(false);
  (await waiting).end();
});

test('what is wanted soon goes before background work without taking its turn', async () => {
  const turns = createTurns();
  const running = await turns.take('background', { signal, order: turns.nextOrder() });
  const taken: string[] = [];
  const take = async (priority: 'background' | 'soon') => {
    const turn = await turns.take(priority, { signal, order: turns.nextOrder() });
    taken.push(priority);
    turn.end();
  };
  const rest = Promise.all([take('background'), take('soon')]);
  expect(running.preempted.aborted).toBe(false);
  running.end();
  await rest;
  expect(taken).toEqual(['soon', 'background']);
});

test('background work gives way as long as anybody wants it to; a person is served meanwhile', async () => {
  const turns = createTurns();
  const running = await turns.take('background', { signal, order: turns.nextOrder() });
  const [first, second] = [turns.giveWay(), turns.giveWay()];
  expect(running.preempted.aborted).toBe(true);
  let isServed = false;
  const waiting = turns.take('background', { signal, order: turns.nextOrder() });
  void waiting.then(() => (isServed = true));
  running.end();
  (await turns.take('person', { signal, order: turns.nextOrder() })).end();
  first();
  first();
  (await turns.take('person', { signal, order: turns.nextOrder() })).end();
  expect(isServed).toBe(false);
  second();
  (await waiting).end();
});

test('hurried, background work gives way to nothing but a person', async () => {
  const turns = createTurns();
  turns.hurry(true);
  const background = await turns.take('background', { signal: undefined, order: turns.nextOrder() });
  const goOn = turns.giveWay();
  expect(background.preempted.aborted).toBe(false);
  const person = turns.take('person', { signal: undefined, order: turns.nextOrder() });
  expect(background.preempted.aborted).toBe(true);
  expect(turns.waiting).toBe(1);
  background.end();
  (await person).end();
  goOn();
});
