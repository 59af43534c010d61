import type { useTranslations } from 'use-intl';
import type { PackProblem } from '../../graph-schema/views/pack-view.ts';

/** A fault of a pack in the person's language; one that has no words yet keeps the server's. */
export function problemWords(t: ReturnType<typeof useTranslations<never>>, problem: PackProblem): string {
  const key = `packProblems.${problem.code}` as 'packProblems.alias';
  return t.has(key) ? t(key, problem.values as { name: string }) : problem.message;
}
