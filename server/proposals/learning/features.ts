import { type SignalName, signalNames } from '../signals/signal.ts';

/** What a person may want more or less of, whatever the signals say: links to notes that everybody links, and links within a folder. */
export const traits = ['hub', 'folder'] as const;
export type Trait = (typeof traits)[number];

/** A trait is there from so many standard deviations above the source's other candidates on. */
export const begins: Readonly<Record<Trait, { signal: SignalName; z: number }>> = {
  hub: { signal: 'inDegree', z: 1.5 },
  folder: { signal: 'folder', z: 0.5 },
};

/** The traits, 1 or 0, then the z-score of every signal, 0 where it took no part. */
export function readFeatures(signals: readonly { name: string; z: number }[]): number[] {
  const zOf = new Map(signals.map(({ name, z }) => [name, z]));
  return [
    ...traits.map((trait) => ((zOf.get(begins[trait].signal) ?? 0) >= begins[trait].z ? 1 : 0)),
    ...signalNames.map((name) => zOf.get(name) ?? 0),
  ];
}
