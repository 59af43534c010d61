import { expect, test } from 'vitest';
import { readPeriod } from './read-period.ts';
import { isFollowUp, withThread } from './understand.ts';

test('a question that leans on what was said before is a follow-up, one that stands alone is none', () => {
  for (const question of [
    'А на телефоне?',
    'Почему?',
    'И сколько это стоит?',
    'What about mobile?',
    'Why is it so?',
  ])
    expect(isFollowUp(question), question).toBe(true);
  for (const question of [
    'Как включить синхронизацию заметок между устройствами?',
    'Which file lists the enabled core plugins of a vault?',
  ])
    expect(isFollowUp(question), question).toBe(false);
});

test('a follow-up is said whole by the question before it; without one it stands as it is', () => {
  const thread = { questions: ['Как включить синхронизацию?', 'Что такое хранилище?'], summary: null };
  expect(withThread('А на телефоне?', thread)).toBe('Как включить синхронизацию — А на телефоне?');
  expect(withThread('А на телефоне?', { questions: [], summary: null })).toBeNull();
});

test('what a summary tells of the beginning of the talk is found by the words of the question', () => {
  const summary = '- Чем кормят закваску — Мукой и водой.\n- Как поливают томаты — Каждое утро.';
  expect(withThread('А закваску зимой?', { questions: ['Что такое сиинг?'], summary })).toBe(
    'Чем кормят закваску — Мукой и водой — А закваску зимой?',
  );
});

test('a question names its time', () => {
  const now = new Date('2026-11-29T15:00:00Z');
  expect(readPeriod('Что я писал вчера?', now)).toEqual({
    after: '2026-11-28T00:00:00.000Z',
    before: '2026-11-29T00:00:00.000Z',
  });
  expect(readPeriod('what did I write in March 2024?', now)).toEqual({
    after: '2024-03-01T00:00:00.000Z',
    before: '2024-04-01T00:00:00.000Z',
  });
  expect(readPeriod('планы на 2025 год', now)?.after).toBe('2025-01-01T00:00:00.000Z');
  expect(readPeriod('Как может маятник качаться?', now)).toBeNull();
});
