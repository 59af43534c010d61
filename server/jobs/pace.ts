/** Estimates the seconds left from the last stretch of work: a job that was taken up again, or whose start was slow, is not judged by that. */
export interface Pace {
  note(done: number, nowMs: number): void;
  secondsLeft(total: number | null): number | null;
}

const stretchMs = 15_000;

export function createPace(): Pace {
  let samples: { done: number; atMs: number }[] = [];
  return {
    note(done, nowMs) {
      const last = samples.at(-1);
      // A step back means another phase counts from anew.
      if (last !== undefined && done < last.done) samples = [];
      samples.push({ done, atMs: nowMs });
      while (samples.length > 2 && (samples[1]?.atMs ?? 0) < nowMs - stretchMs) samples.shift();
      if (samples.length > 400)
        samples = samples.filter((_, index) => index % 2 === 0 || index === samples.length - 1);
    },
    secondsLeft(total) {
      const [first, last] = [samples[0], samples.at(-1)];
      if (total === null || first === undefined || last === undefined) return null;
      const perMs = (last.done - first.done) / (last.atMs - first.atMs);
      if (!Number.isFinite(perMs) || perMs <= 0) return null;
      return Math.max(0, (total - last.done) / perMs / 1000);
    },
  };
}
