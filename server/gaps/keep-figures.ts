import type { FieldGraph } from '../field/field-graph.ts';
import type { CountedNotes } from './counted-notes.ts';
import type { FiguresAsked, GapFigures } from './gap-figures.ts';

export interface FiguresDeps {
  /** on another thread */
  compute: (asked: FiguresAsked) => Promise<GapFigures>;
  /** called when figures are there that nobody waited for */
  onDone: () => void;
}

/** The figures of the field as it is (`isCurrent`) or was last; null while there are none yet. */
export interface KeptFigures {
  figures: GapFigures | null;
  isCurrent: boolean;
}

/** Keeps what a thread worked out until the field changes; then the old figures stay in use until the new ones are there. */
export interface FigureKeeper {
  /** `wait`: until they are those of this field; else they are worked out behind the answer */
  read(
    field: FieldGraph,
    notes: CountedNotes,
    asked: { vaultId: string | undefined; wait: boolean },
  ): Promise<KeptFigures>;
  /** Of a vault or the whole field, as they were worked out last; nothing is begun. */
  latest(vaultId?: string): GapFigures | null;
}

interface Kept {
  of: string;
  figures: GapFigures | null;
  running: Promise<void> | null;
}

export function keepFigures({ compute, onDone }: FiguresDeps): FigureKeeper {
  const byVault = new Map<string, Kept>();
  const work = async (kept: Kept, of: string, notes: CountedNotes, vaultId: string | undefined) => {
    const figures = await compute(askedOf(vaultId ?? null, notes));
    [kept.figures, kept.of] = [figures, of];
  };
  return {
    async read(field, notes, { vaultId, wait }) {
      const kept = byVault.get(vaultId ?? '') ?? { of: '', figures: null, running: null };
      byVault.set(vaultId ?? '', kept);
      const of = stampOf(field, notes);
      while (kept.of !== of) {
        kept.running ??= work(kept, of, notes, vaultId).finally(() => (kept.running = null));
        const { running } = kept;
        if (wait) await running;
        else {
          // whoever looks next hears of a failure
          void running.then(onDone, () => undefined);
          break;
        }
      }
      return { figures: kept.figures, isCurrent: kept.of === of };
    },
    latest: (vaultId = '') => byVault.get(vaultId)?.figures ?? null,
  };
}

/** Differs when a note, a link or a region did. */
function stampOf({ at }: FieldGraph, { regions, regionOf }: CountedNotes): string {
  const members = Array.from(regionOf, ([id, region]) => `${id}${region}`).join();
  return `${at}\n${regions.join()}\n${members}`;
}

function askedOf(vaultId: string | null, { regions, regionOf, linked }: CountedNotes): FiguresAsked {
  return {
    vaultId,
    regions,
    regionOf,
    linked: linked.map(([a, b]) => [regionOf.get(a) ?? 0, regionOf.get(b) ?? 0]),
  };
}
