import type { TurnView } from '../../graph-schema/views/conversation-view.ts';
import type { StoredTalk } from './read-talk.ts';
import type { Thread } from './understand.ts';

/** So many turns are remembered word by word; what is older is told by a summary. */
export const remembered = 4;
/** So many turns that no summary tells of make the next one. */
const unsummed = 8;

/** The turns that lead to an answer, the first one first. */
export function turnsBefore({ turns }: Pick<StoredTalk, 'turns'>, answerId: string | null): TurnView[] {
  const way: TurnView[] = [];
  let next = answerId;
  while (next !== null) {
    const turn = turns.find(({ answers }) => answers.some(({ id }) => id === next));
    if (turn === undefined || way.includes(turn)) break;
    way.unshift(turn);
    next = turn.after;
  }
  return way;
}

/** What a question after this answer goes on from. */
export function threadOf(talk: Pick<StoredTalk, 'turns' | 'summaries'>, answerId: string | null): Thread {
  const way = turnsBefore(talk, answerId);
  const ids = new Set<string>(way.map(({ id }) => id));
  const summaries = talk.summaries.filter(({ until }) => ids.has(until)).map(({ text }) => text);
  return {
    questions: way.slice(-remembered).map(questionOf).toReversed(),
    summary: summaries.length === 0 ? null : summaries.join('\n'),
  };
}

/** The turns that a new summary would tell of, null while there are too few. */
export function turnsToSum(
  talk: Pick<StoredTalk, 'turns' | 'summaries'>,
  answerId: string,
): TurnView[] | null {
  const way = turnsBefore(talk, answerId);
  const told = way.findLastIndex(({ id }) => talk.summaries.some(({ until }) => until === id));
  const untold = way.slice(told + 1);
  return untold.length < unsummed + remembered ? null : untold.slice(0, -remembered);
}

/** A line a turn: what was asked, and the first sentence of what came of it. */
export function summaryText(turns: readonly TurnView[], declined: (question: string) => string): string {
  return turns
    .map((turn) => {
      const answer = turn.answers.at(-1);
      const said =
        answer?.sentences[0]?.text ?? (answer?.state === 'declined' ? declined(turn.question) : '…');
      return `- ${questionOf(turn).replaceAll(/\s+/gu, ' ')} — ${said}`;
    })
    .join('\n');
}

function questionOf({ question, answers }: TurnView): string {
  return answers.at(-1)?.understood ?? question;
}
