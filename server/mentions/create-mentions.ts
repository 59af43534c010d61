import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { relationshipTypes } from '../../graph-schema/link-kinds.ts';
import { SceneKind } from '../../graph-schema/nodes.ts';
import type { MentionView, UnlinkedName } from '../../graph-schema/views/mention-view.ts';
import { findVault } from '../field/find-vault.ts';
import type { Graph } from '../graph/graph.ts';
import { readBody } from '../vault/read-scene.ts';
import type { FieldThing } from './field-name.ts';
import * as cypher from './field-names.cypher.ts';
import { createRecogniser, type Recogniser } from './recogniser.ts';
import { gatherUnlinked } from './unlinked.ts';
import { readUsage } from './usage.ts';

export interface Mentions {
  /** Scenes and concepts of the field, or of one vault, that a text names. @throws AppError vault_not_found */
  find(input: { text: string; vault?: string | undefined }): Promise<MentionView[]>;
  /** What a scene's own text names and does not link, the most telling first. @throws AppError not_found */
  unlinked(input: { sceneId: string }): Promise<UnlinkedName[]>;
}

/** Texts that are read to learn how words are used; more change the figures no more. */
const mostTexts = 1_500;
/** Words set in code or bold are a name from so many notes on. */
const fewestNotes = 3;
/** A hub is linked from this share of all scenes, and from so many at least. */
const hub = { share: 0.02, links: 20 };

const ThingRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.union([SceneKind, z.literal('concept')]),
  aliases: z.array(z.string()),
  source: z.string().nullable(),
  links: z.int(),
});

/** Keeps one recogniser: that of the vault that was asked last, until its names or texts change. */
export function createMentions({ graph }: { graph: Graph }): Mentions {
  let kept: { key: string; recogniser: Promise<Recogniser> } | null = null;
  const recogniserOf = async (vaultId: string | null) => {
    const [row] = await graph.read((tx) => tx.run(cypher.readFingerprint));
    const key = JSON.stringify([vaultId, row]);
    if (kept?.key === key) return kept.recogniser;
    const recogniser = readRecogniser(graph, vaultId);
    kept = { key, recogniser };
    recogniser.catch(() => {
      if (kept?.recogniser === recogniser) kept = null;
    });
    return recogniser;
  };
  return {
    async find({ text, vault }) {
      const vaultId = vault === undefined ? null : await findVault(graph, vault);
      return (await recogniserOf(vaultId)).find(text);
    },
    async unlinked({ sceneId }) {
      const [row] = await graph.read((tx) =>
        tx.run(cypher.readLinked, { id: sceneId, kinds: relationshipTypes }),
      );
      if (!row) throw new AppError('not_found', { values: { id: sceneId } });
      const { vaultId, ids } = z
        .object({ vaultId: z.string().nullable(), ids: z.array(z.string().nullable()) })
        .parse(row);
      const text = await readBody({ graph }, sceneId);
      const { find } = await recogniserOf(vaultId);
      return gatherUnlinked(text, find(text), new Set(ids));
    },
  };
}

async function readRecogniser(graph: Graph, vaultId: string | null): Promise<Recogniser> {
  const [rows, sources] = await graph.read(async (tx) => [
    [
      ...(await tx.run(cypher.readSceneNames, { vaultId })),
      ...(await tx.run(cypher.readConceptNames, { vaultId, fewest: fewestNotes })),
    ],
    await tx.run(cypher.readSourceTexts, { vaultId, most: mostTexts }),
  ]);
  const found = z.array(ThingRow).parse(rows);
  const least = Math.max(hub.links, found.length * hub.share);
  const taken = new Set<string>();
  const things = found.flatMap(({ aliases, links, ...thing }): FieldThing[] => {
    const name = thing.title.toLowerCase();
    // a concept that is called as a note is: the note is meant
    if (thing.kind === 'concept' && taken.has(name)) return [];
    if (thing.kind !== 'concept') for (const each of [thing.title, ...aliases]) taken.add(each.toLowerCase());
    return [{ ...thing, names: [thing.title, ...aliases], isHub: links >= least }];
  });
  const texts = z.array(z.object({ id: z.string(), text: z.string() })).parse(sources);
  return createRecogniser(things, await readUsage(texts, things));
}
