import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import { dayOf } from '../../field/changed-between.ts';
import type { FieldGraph } from '../../field/field-graph.ts';
import { onceAField } from '../../field/once-a-field.ts';

const relative = /^(first|last|today)([+-]\d{1,5})?$/u;
const dayMs = 86_400_000;

const ends = onceAField((field) => {
  const days = field.scenes.map(dayOf).filter((day) => day !== null);
  days.sort();
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
});

/** `2026-11-29`; or days from the first or last date of any note, or from today: `last-30`, `first+7`. '' stays open; null: it is no day. */
function resolveDay(field: FieldGraph, text: string): string | null {
  const written = text.trim();
  if (written === '') return '';
  const [, from, by = '0'] = relative.exec(written) ?? [];
  if (from === undefined)
    return /^\d{4}-\d{2}-\d{2}$/u.test(written) && !Number.isNaN(Date.parse(written)) ? written : null;
  const today = new Date().toISOString().slice(0, 10);
  const start = from === 'today' ? today : ends(field)[from === 'first' ? 'first' : 'last'];
  // a field without dates has no such day: nothing is left out
  return start === null ? '' : new Date(Date.parse(start) + Number(by) * dayMs).toISOString().slice(0, 10);
}

export type ResolvedPeriod = { period: { since?: string; until?: string } } | { problem: CellProblem };

export function resolvePeriod(field: FieldGraph, asked: { since: string; until: string }): ResolvedPeriod {
  const [since, until] = [resolveDay(field, asked.since), resolveDay(field, asked.until)];
  if (since === null) return { problem: { code: 'day_wrong', values: { day: asked.since } } };
  if (until === null) return { problem: { code: 'day_wrong', values: { day: asked.until } } };
  return { period: { ...(since !== '' && { since }), ...(until !== '' && { until }) } };
}
