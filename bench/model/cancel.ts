import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningModels } from '../../models/supervise/create-models.ts';
import { median } from '../result.ts';
import { longPrompt, shortPrompt } from './texts.ts';

/** Of each kind. */
const rounds = 9;

export interface CancelSeconds {
  reading: number;
  writing: number;
}

/** Median seconds from a cancel until the host is free again: in mid-prompt, and while it writes. */
export async function cancelSeconds(
  models: RunningModels,
  say: (line: string) => void,
): Promise<CancelSeconds> {
  const reading: number[] = [];
  const writing: number[] = [];
  for (let round = 0; round < 2 * rounds; round += 1) {
    const control = new AbortController();
    const isReading = round % 2 === 0;
    let isWriting = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      isWriting = resolve;
    });
    const prompt = isReading ? longPrompt(100 + round) : shortPrompt(100 + round);
    const work = models
      .generate({ prompt, maxTokens: 400, seed: 1, onText: () => isWriting() }, { signal: control.signal })
      .catch(() => undefined);
    await (isReading ? sleep(700 + 70 * round) : begun);
    const began = performance.now();
    control.abort();
    await work;
    (isReading ? reading : writing).push((performance.now() - began) / 1000);
  }
  const shown = (seconds: number[]) => seconds.map((value) => value.toFixed(3)).join(' ');
  say(`cancel in mid-prompt: ${shown(reading)} s; while writing: ${shown(writing)} s`);
  return { reading: median(reading), writing: median(writing) };
}
