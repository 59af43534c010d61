import seedrandom from 'seedrandom';

const samples = 2000;

export interface PairedDifference {
  difference: number;
  interval: [number, number];
}

/**
 * Mean of paired differences and its 95 % interval by the bootstrap: sources are drawn, not links, since links of one source rise and fall together.
 */
export function pairedInterval(perSource: readonly (readonly number[])[]): PairedDifference {
  const mean = (drawn: readonly (readonly number[])[]) => {
    const all = drawn.flat();
    return all.reduce((sum, each) => sum + each, 0) / (all.length || 1);
  };
  const random = seedrandom('1');
  const means = Array.from({ length: samples }, () =>
    mean(perSource.map(() => perSource[Math.floor(random() * perSource.length)] ?? [])),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => means[Math.floor(share * (samples - 1))] ?? 0;
  return { difference: mean(perSource), interval: [at(0.025), at(0.975)] };
}
