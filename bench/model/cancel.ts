import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningModels } from '../../models/supervise/create-models.ts';
import { median } from '../result.ts';
import { longPrompt, shortPrompt } from './texts.ts';

const rounds = 6;

/** Seconds from a cancel until the host is free again: half of the rounds in mid-prompt, half while it writes. */
export async function cancelSeconds(models: RunningModels, say: (line: string) => void): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const control = new AbortController();
    const isReading = round % 2 === 0;
    let isWriting = (): void => undefined;
    const writing = new Promise<void>((resolve) => {
      isWriting = resolve;
    });
    const prompt = isReading ? longPrompt(100 + round) : shortPrompt(100 + round);
    const work = models
      .generate({ prompt, maxTokens: 400, seed: 1, onText: () => isWriting() }, { signal: control.signal })
      .catch(() => undefined);
    await (isReading ? sleep(700 + 130 * round) : writing);
    const began = performance.now();
    control.abort();
    await work;
    seconds.push((performance.now() - began) / 1000);
  }
  say(`cancel: ${seconds.map((value) => value.toFixed(3)).join(' ')} s`);
  return median(seconds);
}
