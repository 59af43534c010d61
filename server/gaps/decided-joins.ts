import type { MatrixProgress } from '../../graph-schema/views/gap.ts';
import { compareMatrices } from '../../scenes/index.ts';
import { beforeAcceptances } from './before-acceptances.ts';
import { exportMatrix } from './export-matrix.ts';
import { byCalls } from './list-gaps.ts';
import { type GapsDeps, type JoinState, readJoins } from './read-joins.ts';
import { missingGap } from './make-gaps.ts';
import { regionMatrix } from './region-matrix.ts';
import { namedZones, regionZones } from './zones.ts';

/**
 * What decisions joined and ruled out: the field as it is against the same field and regions without what was accepted and rejected. Null while nobody has worked out what links are wanting; of a field that is too small for that only its zones and missing scenes are told.
 */
export async function decidedJoins(
  deps: GapsDeps,
  { vaultId }: { vaultId?: string | undefined },
): Promise<MatrixProgress | null> {
  const now = await readJoins(deps, { vaultId, figures: 'latest' });
  const { notes, figures, kept, regions, merged } = now;
  if (notes !== null && figures === null) return null;
  const field = beforeAcceptances(now.field, merged);
  const given = notes && { ...notes, linked: notes.given };
  const zones = [
    ...regionZones(field, given),
    ...(await namedZones(deps.graph, kept, { field, notes: given, givenOnly: true })),
  ];
  const matrix = given === null ? [] : regionMatrix(field, given, figures);
  const before = { regions, field, zones, matrix, unneeded: new Set<string>() };
  return compareMatrices(matrixOf(before), matrixOf(now));
}

type Compared = Pick<JoinState, 'field' | 'regions' | 'zones' | 'matrix' | 'unneeded'>;

function matrixOf({ field, unneeded, ...state }: Compared) {
  const gaps = byCalls(field, unneeded).map((scene) =>
    missingGap(field, scene, { quotes: [], proposals: [] }),
  );
  return exportMatrix({ ...state, gaps }, new Date());
}
