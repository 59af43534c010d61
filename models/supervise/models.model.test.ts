import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestModels } from '../testing/test-models.ts';
import type { RunningModels } from './create-models.ts';

const longPrompt = `${'Заметка ссылается на другую заметку, и так возникает поле смысла. '.repeat(110)}\nО чём это?`;
const shortPrompt = { prompt: 'Назови три цвета.', maxTokens: 24, seed: 1 };

let models: RunningModels;
beforeAll(async () => {
  models = createTestModels();
  await models.ready('embed');
  await models.ready('write');
});
afterAll(() => models.stop());

const dot = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  a === undefined || b === undefined ? Number.NaN : a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe('embedding', () => {
  it('puts what means the same first, over languages, in unit vectors', async () => {
    const { vectors, dimensions, model } = await models.embed(
      [
        'интерфейс общения человека с моделью',
        'scene of conversation between the user and the local model',
        'рецепт борща со сметаной',
        'how to sharpen a kitchen knife',
      ],
      'passage',
    );
    const [first, same, ...others] = vectors;
    expect({ dimensions, model }).toEqual({ dimensions: 384, model: 'multilingual-e5-small-q4' });
    expect(dot(first, first)).toBeCloseTo(1, 5);
    for (const other of others) expect(dot(first, same)).toBeGreaterThan(dot(first, other) + 0.05);
  });

  it('cuts a text that is longer than the model reads instead of failing', async () => {
    const { vectors } = await models.embed(['очень длинная заметка '.repeat(2000)], 'passage');
    expect(vectors).toHaveLength(1);
  });

  it('takes a question beside the passages that are being read, with the same vector as alone', async () => {
    const question = 'как сцена связана с полем?';
    const alone = await models.embed([question], 'query');
    const ended: string[] = [];
    const passages = models
      .embed(Array<string>(12).fill(longPrompt), 'passage')
      .finally(() => ended.push('passages'));
    await expect.poll(() => models.presence()[0]?.doing).toBe('embedding');
    const beside = await models.embed([question], 'query').finally(() => ended.push('question'));
    await passages;
    expect(ended).toEqual(['question', 'passages']);
    expect(dot(alone.vectors[0], beside.vectors[0])).toBeCloseTo(1, 4);
  });
});

describe('generation', () => {
  it('gives the same text for the same seed, handed out in pieces as it comes', async () => {
    let pieces = '';
    const onText = (piece: string): void => {
      pieces += piece;
    };
    const sampled = { ...shortPrompt, temperature: 0.8, seed: 7 };
    const first = await models.generate({ ...sampled, onText });
    const second = await models.generate(sampled);
    expect(first.text).toBe(second.text);
    expect(pieces).toBe(first.text);
    expect(first.tokens).toBeGreaterThan(2);
  });

  it('ends before a stop string and never hands out a part of it', async () => {
    let pieces = '';
    const { text } = await models.generate({
      prompt: 'Count from 1 to 9 in digits.',
      answerStart: '1, 2, ',
      maxTokens: 30,
      seed: 1,
      stop: [', 5', ',5'],
      onText: (piece) => (pieces += piece),
    });
    expect(text).toBe('3, 4');
    expect(pieces).toBe(text);
  });

  it('is cancelled in the middle of a prompt', async () => {
    const control = new AbortController();
    const work = models.generate({ prompt: longPrompt, maxTokens: 8, seed: 1 }, { signal: control.signal });
    setTimeout(() => control.abort(), 700);
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    const asked = performance.now();
    await models.generate({ ...shortPrompt, maxTokens: 1 }, { priority: 'person' });
    expect(performance.now() - asked).toBeLessThan(5000);
  });

  it('refuses a prompt that does not fit, by code', async () => {
    const work = models.generate({ prompt: longPrompt.repeat(3), maxTokens: 8, seed: 1 });
    await expect(work).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('the queue', () => {
  it('lets a person go before background work, which then ends as if nothing had happened', async () => {
    const input = { prompt: 'Расскажи подробно, зачем люди ведут заметки.', maxTokens: 60, seed: 3 };
    const undisturbed = await models.generate(input);
    const ended: string[] = [];
    let pieces = '';
    let isWriting = (): void => undefined;
    const writing = new Promise<void>((resolve) => (isWriting = resolve));
    const background = models
      .generate({
        ...input,
        onText: (piece) => {
          pieces += piece;
          isWriting();
        },
      })
      .finally(() => ended.push('background'));
    await writing;
    await models
      .embed(['срочный вопрос'], 'query', { priority: 'person' })
      .finally(() => ended.push('person'));
    expect((await background).text).toBe(undisturbed.text);
    expect(pieces).toBe(undisturbed.text);
    expect(ended).toEqual(['person', 'background']);
  });

  it('holds background work while it is paused, and a person is served', async () => {
    models.pause(true);
    let isDone = false;
    const background = models.embed(['позже'], 'passage').finally(() => (isDone = true));
    await models.embed(['сейчас'], 'query', { priority: 'person' });
    await sleep(200);
    expect(isDone).toBe(false);
    expect(models.presence()[0]).toMatchObject({ paused: true });
    models.pause(false);
    expect((await background).vectors).toHaveLength(1);
  });
});

describe('the death of the model host', () => {
  it('is not seen by who asked: the work is asked again', async () => {
    const texts = Array.from(
      { length: 60 },
      (_, i) => `Заметка номер ${i} о том, как связаны мысли и файлы.`,
    );
    const embedding = models.embed(texts, 'passage');
    const generation = models.generate(shortPrompt);
    await sleep(300);
    const pid = models.hostPid();
    if (pid !== null) process.kill(pid, 'SIGKILL');
    expect((await embedding).vectors).toHaveLength(60);
    expect((await generation).tokens).toBeGreaterThan(0);
    expect(models.hostPid()).not.toBe(pid);
  });

  it('follows when it hangs', async () => {
    const hanging = createTestModels({ stallMs: 8000 });
    try {
      await hanging.ready('write');
      const pid = hanging.hostPid();
      const generation = hanging.generate({ ...shortPrompt, maxTokens: 4 });
      if (pid !== null) process.kill(pid, 'SIGSTOP');
      expect((await generation).tokens).toBeGreaterThan(0);
      expect(hanging.hostPid()).not.toBe(pid);
    } finally {
      await hanging.stop();
    }
  });

  it('comes when the process that forked it is killed', async () => {
    const app = `import { createTestModels } from ${JSON.stringify(built('models/testing/test-models.js'))};
      const models = createTestModels();
      await models.embed(['да'], 'query');
      console.log(models.hostPid());
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', app], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const host = Number(String(said));
    expect(isAlive(host)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(host), { timeout: 5000 }).toBe(false);
  });
});

function built(path: string): string {
  return fileURLToPath(new URL(`../../build/${path}`, import.meta.url));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
