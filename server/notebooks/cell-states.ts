import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import type { CellView } from '../../graph-schema/views/notebook-view.ts';
import { dependsOn, isRunnable, namesUsed } from './cells/cell-kinds.ts';
import { type CellOrder, orderCells } from './order-cells.ts';
import { inputKey, type StoredCell } from './stored-cell.ts';

/** What the field is like now. */
export interface Now {
  change: number;
  /** ids of the models of meaning; empty while none is ready, which makes nothing stale */
  models: readonly string[];
}

export interface CellStanding {
  state: CellView['state'];
  staleBy: CellView['staleBy'];
  problem: CellProblem | null;
}

/** How each cell stands, in the order of use, so that what follows from a stale cell is stale too. */
export function standingsOf(
  cells: readonly StoredCell[],
  now: Now,
): { order: CellOrder; standings: ReadonlyMap<string, CellStanding> } {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const order = orderCells(cells.map(({ id, name, input }) => ({ id, name, uses: namesUsed(input) })));
  const standings = new Map<string, CellStanding>();
  for (const id of order.ids) {
    const cell = byId.get(id);
    if (!cell) continue;
    const used = order.usedBy(id).flatMap((each) => byId.get(each) ?? []);
    const isUsedFresh = used.every((each) => standings.get(each.id)?.state === 'fresh');
    standings.set(id, standingOf(cell, { used, isUsedFresh, now, problem: order.problems.get(id) ?? null }));
  }
  return { order, standings };
}

function standingOf(
  cell: StoredCell,
  {
    used,
    isUsedFresh,
    now,
    problem,
  }: { used: readonly StoredCell[]; isUsedFresh: boolean; now: Now; problem: CellProblem | null },
): CellStanding {
  const { input, made, met } = cell;
  if (!isRunnable(input)) return { state: 'fresh', staleBy: null, problem: null };
  if (problem) return { state: 'failed', staleBy: null, problem };
  const key = inputKey(input);
  if (met?.input === key) return { state: 'failed', staleBy: null, problem: met.problem };
  if (made === null) return { state: 'notRun', staleBy: null, problem: null };
  const hasOtherUsed = used.some(({ name, made: theirs }) => made.used[name ?? ''] !== theirs?.digest);
  const staleBy =
    made.input !== key
      ? 'input'
      : !isUsedFresh || hasOtherUsed
        ? 'used'
        : dependsOn(input, 'field') && now.change > made.change
          ? 'field'
          : isOfOtherModel(cell, now)
            ? 'model'
            : null;
  return { state: staleBy === null ? 'fresh' : 'stale', staleBy, problem: null };
}

function isOfOtherModel({ input, made }: StoredCell, { models }: Now): boolean {
  return (
    dependsOn(input, 'model') && models.length > 0 && made !== null && made.models.join() !== models.join()
  );
}
