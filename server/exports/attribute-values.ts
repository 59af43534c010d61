import type { ExportedLink, ExportedScene } from './exported-field.ts';

/** What programs that read graphs are told of a scene beside its name and place; lists stand one a line. */
export function sceneValues(scene: ExportedScene, region: string | null) {
  const { kind, state, origin, vault, path, at, aliases, concepts, speakers, degree } = scene;
  return {
    kind,
    state,
    origin,
    region,
    vault,
    path,
    at,
    aliases: lines(aliases),
    concepts: lines(concepts),
    speakers: lines(speakers),
    degree,
  };
}

/** The same of a link, beside its ends and how often it is said. */
export function linkValues({ kind, origins, evidence }: ExportedLink) {
  return {
    relation: kind,
    origins: lines(origins),
    evidence: lines(evidence.map(({ text }) => text)),
  };
}

function lines(list: readonly string[]): string | null {
  return list.length === 0 ? null : list.join('\n');
}
