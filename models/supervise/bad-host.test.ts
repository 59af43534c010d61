import { describe, expect, test } from 'vitest';
import { isAppError } from '../../graph-schema/app-error.ts';
import type { HostWork } from '../host/protocol.ts';
import { generateErrand, judgeErrand } from './errands.ts';
import { createHostProcess } from './host-process.ts';
import type { ModelHost, Outcome } from './model-host.ts';
import { perform, type Performing } from './perform.ts';
import { createRoleWeights } from './role-weights.ts';
import { createSpeed } from './speed.ts';
import { createTurns } from './turns.ts';

type Act = (
  work: HostWork,
  signal: AbortSignal | undefined,
  news: (text: string) => void,
) => Promise<Outcome>;

const generated = (text: string): Outcome => ({
  type: 'done',
  answer: { type: 'generated', text, tokens: 1, promptTokens: 1, seconds: 0 },
});
const input = { prompt: 'да?', maxTokens: 8, seed: 1 };

/** A host that does what the script says, one act a question; behind the interface of the real one. */
function performing(...acts: Act[]): Performing {
  let generation = 1;
  const host: ModelHost = {
    get generation() {
      return generation;
    },
    pid: null,
    memory: null,
    hurry: () => undefined,
    isUp: true,
    start: () => undefined,
    async ask(work, signal, onNews) {
      if (work.type === 'load')
        return { type: 'done', answer: { type: 'loaded', dimensions: 0, contextTokens: 0 } };
      const act = acts.length > 1 ? acts.shift() : acts[0];
      const outcome = await act?.(work, signal, (text) => onNews?.({ type: 'piece', id: 1, text }));
      if (outcome?.type === 'died') generation += 1;
      return outcome ?? { type: 'died', reason: 'no act' };
    },
    stop: () => Promise.resolve(),
  };
  const weights = createRoleWeights({
    role: 'write',
    chosen: { type: 'file', path: import.meta.filename },
    cache: 'nowhere',
    log: () => undefined,
    onState: () => undefined,
    stopped: new AbortController().signal,
  });
  return { weights, host, turns: createTurns(), loadedIn: null, onDoing: () => undefined };
}

const died: Act = async () => ({ type: 'died', reason: 'SIGSEGV' });

describe('a model host that', () => {
  test('dies twice is asked again, and nothing is handed out twice', async () => {
    let said = '';
    const half: Act = async (_work, _signal, news) => (news('Раз, '), { type: 'died', reason: 'SIGKILL' });
    const whole: Act = async (_work, _signal, news) => (news('Раз, '), news('два'), generated('Раз, два'));
    const errand = generateErrand({ ...input, onText: (text) => (said += text) }, createSpeed());
    expect(await perform(errand, performing(half, died, whole), {})).toMatchObject({ text: 'Раз, два' });
    expect(said).toBe('Раз, два');
  });

  test('dies of the work itself is given up', async () => {
    const dying = perform(generateErrand(input, createSpeed()), performing(died), {});
    await expect(dying).rejects.toMatchObject({ code: 'model_host_died' });
  });

  test('stalls gives way to a cancel', async () => {
    const stall: Act = (_work, signal) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ type: 'stopped' })));
    const control = new AbortController();
    const stalled = perform(generateErrand(input, createSpeed()), performing(stall), {
      signal: control.signal,
    });
    setTimeout(() => control.abort(), 50);
    await expect(stalled).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('answers something else than was asked is a fault, not a text', async () => {
    const other: Act = async () => ({ type: 'failed', code: 'model_failed', reason: 'nonsense' });
    const asked = perform(generateErrand(input, createSpeed()), performing(other), {});
    await expect(asked).rejects.toSatisfy((error) => isAppError(error) && error.code === 'model_failed');
  });

  test('judges only some candidates is asked about the rest', async () => {
    const asked: number[] = [];
    const ranking = { query: '', documents: ['', '', ''] };
    const questions = {
      system: '',
      prefix: '',
      endings: ['а', 'б', 'в'],
      answerStart: '',
      answers: ['Да', 'Нет'],
      ranking,
    };
    const errand = judgeErrand(questions, 'write', createSpeed());
    const half: Act = async (work) => {
      asked.push(work.type === 'judge' ? work.endings.length : 0);
      errand.onNews({ type: 'shares', id: 1, index: 0, tokens: 1, shares: [0.7, 0.3] });
      return { type: 'died', reason: 'SIGKILL' };
    };
    const judging = performing(half);
    await expect(perform(errand, judging, {})).resolves.toBeNull();
    expect(asked).toEqual([3, 2, 1]);
    expect(errand.shares()).toHaveLength(3);
  });
});

const nothing: HostWork = { type: 'load', role: 'write', path: 'nowhere', prefixes: false };

test('a host that was stopped is not started by whoever asks again', async () => {
  const host = createHostProcess(() => undefined);
  host.start();
  const asked = host.ask(nothing);
  await host.stop();
  expect((await asked).type).not.toBe('done');
  host.start();
  expect(await host.ask(nothing)).toEqual({
    type: 'stopped',
  });
  expect([host.pid, host.isUp]).toEqual([null, false]);
});
