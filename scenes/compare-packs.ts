import type { Pack, PackList, PackScene } from './pack.ts';
import { type SceneText, sceneTexts } from './scene-text.ts';

export type Difference = 'new' | 'same' | 'changed';
/** For each list, what each incoming entry is to the pack that is here, by id. */
export type Comparison = Record<PackList, Map<string, Difference>>;

/**
 * Entries are the same when what a reader would see is: places on the map, offsets and file dates do not count.
 * A missing scene says nothing against one that is written here.
 */
export function comparePacks(here: Pack, incoming: Pack): Comparison {
  const [hereSees, incomingSees] = [seen(here), seen(incoming)];
  const compare = (list: PackList): Map<string, Difference> =>
    new Map(
      [...incomingSees[list]].map(([id, content]) => {
        const known = hereSees[list].get(id);
        if (known === undefined) return [id, 'new'];
        return [id, known === content || content === missing ? 'same' : 'changed'];
      }),
    );
  return {
    scenes: compare('scenes'),
    passages: compare('passages'),
    concepts: compare('concepts'),
    links: compare('links'),
    decisions: compare('decisions'),
  };
}

const missing = 'missing';

type Seen = Record<PackList, Map<string, string>>;

function seen(pack: Pack): Seen {
  const texts = sceneTexts(pack);
  const byId = <T extends { id: string }>(
    entries: readonly T[],
    content: (entry: T) => unknown,
  ): Map<string, string> => new Map(entries.map((entry) => [entry.id, asText(content(entry))]));
  return {
    scenes: byId(pack.scenes, (scene) =>
      scene.state === 'missing' ? missing : sceneContent(scene, texts.get(scene.id)),
    ),
    passages: byId(pack.passages, ({ scene, start, end }) => [
      scene,
      texts.get(scene)?.body.slice(start, end),
    ]),
    concepts: byId(pack.concepts, ({ name, aliases }) => [name, aliases]),
    links: byId(pack.links, ({ from, kind, to, embed, evidence }) => [
      from,
      kind,
      to,
      embed,
      evidence.map(({ quote }) => quote),
    ]),
    decisions: byId(pack.decisions, ({ state, from, to, relation }) => [state, from, to, relation]),
  };
}

function sceneContent(scene: PackScene, text: SceneText | undefined): unknown[] {
  const { title, kind, state, aliases, speaker, formula, model, atFrom } = scene;
  const at = atFrom === 'file' ? undefined : scene.at;
  return [
    title,
    kind,
    state,
    aliases,
    scene.in,
    speaker,
    at,
    formula,
    model?.id,
    model?.sha256,
    text?.body.slice(text.start, text.end),
  ];
}

function asText(content: unknown): string {
  return content === missing ? missing : JSON.stringify(content);
}
