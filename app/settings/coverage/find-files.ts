import type { CoverageFile } from '../../../graph-schema/views/coverage.ts';

/** Files whose path has every word asked for; those with a fault first. */
export function findFiles(
  files: readonly CoverageFile[],
  { asked, state }: { asked: string; state: CoverageFile['state'] | 'all' },
): CoverageFile[] {
  const words = asked.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = files.filter(
    (file) =>
      (state === 'all' || file.state === state) &&
      words.every((word) => file.path.toLowerCase().includes(word)),
  );
  return [...found.filter(({ reason }) => reason !== null), ...found.filter(({ reason }) => reason === null)];
}
