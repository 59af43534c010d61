import { createHash } from 'node:crypto';
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
  /** the field's number and shape that they were worked out of */
  of: string;
  shape: string;
  figures: GapFigures | null;
  running: Promise<void> | null;
}

export function keepFigures({ compute, onDone }: FiguresDeps): FigureKeeper {
  const byVault = new Map<string, Kept>();
  const work = async (
    kept: Kept,
    { of, shape }: Pick<Kept, 'of' | 'shape'>,
    asked: FiguresAsked,
  ): Promise<void> => {
    Object.assign(kept, { figures: await compute(asked), of, shape });
  };
  return {
    async read(field, notes, { vaultId, wait }) {
      const kept = byVault.get(vaultId ?? '') ?? { of: '', shape: '', figures: null, running: null };
      byVault.set(vaultId ?? '', kept);
      const shape = shapeOf(notes);
      const of = `${field.at} ${shape}`;
      while (kept.of !== of) {
        kept.running ??= work(kept, { of, shape }, askedOf(vaultId ?? null, notes)).finally(
          () => (kept.running = null),
        );
        const { running } = kept;
        if (wait) await running;
        else {
          // whoever looks next hears of a failure
          void running.then(onDone, () => undefined);
          break;
        }
      }
      // after a decision, or where only words changed, the last ones stand until the next are there
      return { figures: kept.figures, isCurrent: kept.shape === shape };
    },
    latest: (vaultId = '') => byVault.get(vaultId)?.figures ?? null,
  };
}

/** Differs when a region, a note in it or a link of the notes did; not by a decision. */
function shapeOf({ regions, regionOf, given }: CountedNotes): string {
  const members = Array.from(regionOf, ([id, region]) => `${id}${region}`);
  const all = [regions, members, given].map((part) => part.join()).join('\n');
  return createHash('sha1').update(all).digest('hex');
}

function askedOf(vaultId: string | null, notes: CountedNotes): FiguresAsked {
  const { regions, regionOf, given } = notes;
  return {
    vaultId,
    regions,
    regionOf,
    linked: given.map(([a, b]) => [regionOf.get(a) ?? 0, regionOf.get(b) ?? 0]),
    accepted: notes.accepted,
  };
}
