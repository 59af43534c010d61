import { noteScene } from '../parse/scenes.ts';
import type { SourceOutline } from '../parsed.ts';
import { isWorldwide } from '../resolve/name-index.ts';
import { wordsCalled } from './called-by.ts';
import { ownNames } from './concepts.ts';
import { createOwners, type Owners } from './owners.ts';
import type { KeptSource, StoredSource, WholeSource } from './stored.ts';

/**
 * A vault as its last reading left it, in what the next one needs to know of notes that stay as they are: their names, files and digests. Their
 * links and scenes stay in the graph.
 */
export interface KnownVault {
  sources(): StoredSource[];
  /** ids of sources, by the words with which their links call for others */
  callers: Pick<Owners, 'of'>;
  /** ids of sources, by the names that they and their sections have */
  named: Pick<Owners, 'of' | 'shared'>;
  add(source: WholeSource): void;
  /** as it was added */
  remove(source: WholeSource): void;
}

export function createKnownVault(): KnownVault {
  const brief = new Map<string, StoredSource>();
  const callers = createOwners();
  const named = createOwners();
  const concepts = new Map<string, string>();
  const once = (id: string) => {
    const known = concepts.get(id);
    if (known === undefined) concepts.set(id, id);
    return known ?? id;
  };
  return {
    sources: () => [...brief.values()],
    callers,
    named,
    add(source) {
      const { id, kept } = source;
      brief.set(id, { ...inBrief(source), whole: false });
      for (const word of wordsCalled(kept.outline)) callers.add(word, id);
      for (const name of ownNames(kept.outline).keys()) named.add(name, id);
    },
    remove({ id, kept }) {
      brief.delete(id);
      for (const word of wordsCalled(kept.outline)) callers.remove(word, id);
      for (const name of ownNames(kept.outline).keys()) named.remove(name, id);
    },
  };

  function inBrief(source: WholeSource): StoredSource {
    const { outline, ...kept } = source.kept;
    const { within: _, ...rest } = outline;
    const blocks = outline.scenes.flatMap((scene) => scene.blocks).filter(isWorldwide);
    const names: SourceOutline = {
      ...rest,
      tags: [],
      uid: null,
      scenes: blocks.length === 0 ? [] : [{ ...noteScene('', 0), blocks }],
      links: [],
      notLinks: [],
    };
    return {
      ...source,
      file: source.file === source.path ? source.path : source.file,
      kept: { ...kept, concepts: kept.concepts.map(once), outline: names, scenes: [], keys: [] },
    };
  }
}

/** Whole but for its links: others may lead to its scenes, and nothing of its own is asked. */
export function withoutLinks(source: WholeSource): StoredSource & { kept: KeptSource } {
  const { within: _, ...outline } = source.kept.outline;
  return {
    ...source,
    whole: false,
    kept: { ...source.kept, outline: { ...outline, links: [], notLinks: [] } },
  };
}
