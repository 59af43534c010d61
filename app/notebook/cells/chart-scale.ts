export interface Scale {
  from: number;
  to: number;
  ticks: number[];
}

const wantedTicks = 4;

/** From zero, in steps of 1, 2 or 5 times a power of ten, so that all values fit. */
export function scaleOf(values: readonly number[]): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const rough = span / wantedTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = ([1, 2, 5, 10].find((times) => times * power >= rough * 0.999) ?? 10) * power;
  // half a note is no note
  const step = values.every(Number.isInteger) ? Math.max(1, round) : round;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step) || 1];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => cleared((first + index) * step));
  return { from: cleared(first * step), to: cleared(last * step), ticks };
}

/** Without the dust of floating point. */
function cleared(value: number): number {
  return Number(value.toPrecision(12));
}
