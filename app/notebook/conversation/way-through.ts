import type { TurnView } from '../../../graph-schema/views/conversation-view.ts';

/** A turn on the way that is shown, and the turns that begin another branch at the same place. */
export interface WayTurn {
  turn: TurnView;
  /** all turns after the same answer, this one among them, in the order of asking */
  branches: readonly TurnView[];
}

/** The turns from the talk's beginning to its end along one branch: the one that `tip` lies on, else the newest. */
export function wayThrough(turns: readonly TurnView[], tip: string): WayTurn[] {
  const wanted = new Set(turnsUpTo(turns, tip));
  const way: WayTurn[] = [];
  let branches = turns.filter(({ after }) => after === null);
  while (branches.length > 0) {
    const turn = branches.find(({ id }) => wanted.has(id)) ?? branches.at(-1);
    if (turn === undefined) break;
    way.push({ turn, branches });
    const answers = new Set<string | null>(turn.answers.map(({ id }) => id));
    branches = turns.filter(({ after }) => after !== null && answers.has(after));
  }
  return way;
}

/** Ids of the turn and of those that lead to it. */
function turnsUpTo(turns: readonly TurnView[], id: string): string[] {
  const ids: string[] = [];
  let turn = turns.find((each) => each.id === id);
  while (turn !== undefined && !ids.includes(turn.id)) {
    ids.push(turn.id);
    const { after } = turn;
    turn =
      after === null ? undefined : turns.find(({ answers }) => answers.some((answer) => answer.id === after));
  }
  return ids;
}
