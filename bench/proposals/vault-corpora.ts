import { shuffle } from '../../server/proposals/shuffle.ts';
import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import { corpusFromSources } from '../../server/proposals/signals/from-sources.ts';
import type { ParsedSource } from '../../server/vault/parsed.ts';
import { resolveLinks } from '../../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../../server/vault/scan.ts';

/** Folders of the English hub that are lists of people and of extensions; the rest are the 225 notes of judgement.md. */
const listed = /^(01 - Community|02 - Community Expansions|\.github)\//;

export interface VaultCorpora {
  /** all of a vault */
  whole(folder: string): Promise<Corpus>;
  /** the hub without its lists */
  written(folder: string): Promise<Corpus>;
  /** some of its notes, drawn by a seed */
  sample(folder: string, notes: number): Promise<Corpus>;
}

const seed = 1;

/** Notes are read again each time: several readings of a large vault side by side would not fit. */
export const vaultCorpora: VaultCorpora = {
  whole: (folder) => read(folder, (sources) => sources),
  written: (folder) => read(folder, (sources) => sources.filter(({ path }) => !listed.test(path))),
  sample: (folder, notes) => read(folder, (sources) => shuffle(sources, seed).slice(0, notes)),
};

async function read(
  folder: string,
  choose: (sources: readonly ParsedSource[]) => readonly ParsedSource[],
): Promise<Corpus> {
  const { sources, others } = await scanVault(folder, {});
  const chosen = choose(sources);
  return corpusFromSources(chosen, resolveLinks(chosen, others).links);
}
