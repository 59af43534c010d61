import { z } from 'zod';
import { LinkKind } from '../../graph-schema/link-kinds.ts';
import { type NodeRef, type Step, sceneRef } from '../changes/steps.ts';
import type { Tx } from '../graph/graph.ts';
import { deriveId, digest } from '../vault/ids.ts';
import { parseSource } from '../vault/parse/parse-source.ts';
import { pathKey } from '../vault/resolve/note-index.ts';
import { readPassages, readTextLinks } from './editing.cypher.ts';
import { findNamed } from './find-named.ts';
import { holdPersonLink, type Quotes, releasePersonLink } from './link-steps.ts';
import { around, type Placed, regionSteps } from './place-scene.ts';

const PassageRow = z.object({ id: z.string(), start: z.int(), end: z.int(), heldBy: z.array(z.string()) });
const TextLink = z.object({ kind: LinkKind, id: z.string(), isOnlyCalled: z.boolean() });

interface TextPassage {
  id: string;
  start: number;
  end: number;
  text: string;
  hash: string;
}

/** A text of a person's own, read as a note is. */
export interface ReadText {
  passages: TextPassage[];
  links: { kind: LinkKind; to: NodeRef; quotes: Quotes }[];
  /** titles that it links to and nobody wrote: each becomes a scene that is called for */
  called: { id: string; title: string; key: string }[];
}

/** Reads a text with the parser of notes and looks up what its `[[…]]` name. Changes nothing. */
export async function readText(
  tx: Tx,
  { id, title, body, vaultId }: { id: string; title: string; body: string; vaultId: string | null },
): Promise<ReadText> {
  const parsed = parseSource({ path: 'scene.md', title, text: body });
  const seen = new Map<string, number>();
  const passages = parsed.passages.map(({ start, end }): TextPassage => {
    const text = body.slice(start, end);
    const hash = digest(text);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    // as an ingest derives it: a note that takes the scene over keeps passages and vectors
    return { id: deriveId('passage', id, hash, String(count)), start, end, text, hash };
  });
  const written = parsed.links.filter(({ target }) => isScene(target));
  const found = await findNamed(
    tx,
    written.map(({ target }) => target),
    vaultId,
  );
  const links = new Map<string, ReadText['links'][number]>();
  const called = new Map<string, ReadText['called'][number]>();
  for (const { target, kind, sentenceStart, sentenceEnd } of written) {
    const known = found.get(target);
    const to = known === undefined ? callFor(called, target, vaultId) : (known.mergedInto ?? known.id);
    if (to === id || links.has(`${kind} ${to}`)) continue;
    const quotes = quoteIn(passages, sentenceStart, sentenceEnd);
    links.set(`${kind} ${to}`, { kind, to: sceneRef(to), quotes });
  }
  return { passages, links: [...links.values()], called: [...called.values()] };
}

/** Pictures and other files are no scenes. */
function isScene(target: string): boolean {
  return target.trim() !== '' && !/\.(?!md$)[a-z0-9]{1,5}$/i.test(target);
}

/** It has the id that an ingest of the vault would give it, so that a note of that name takes its place. */
function callFor(
  called: Map<string, ReadText['called'][number]>,
  target: string,
  vaultId: string | null,
): string {
  const title = target.slice(target.lastIndexOf('/') + 1).trim();
  const name = pathKey(target);
  const id = deriveId('scene', vaultId ?? '', 'missing', name);
  if (!called.has(name)) called.set(name, { id, title, key: `missing:${name}` });
  return id;
}

function quoteIn(passages: readonly TextPassage[], start: number, end: number): Quotes {
  const passage = passages.find((one) => one.start <= start && one.end >= end);
  if (passage === undefined) return { evidencePassages: [], evidenceStarts: [], evidenceEnds: [] };
  return {
    evidencePassages: [passage.id],
    evidenceStarts: [start - passage.start],
    evidenceEnds: [end - passage.start],
  };
}

/** Passages and links of a scene that are to be as its text says: what is new is held, what is no longer said is let go. */
export async function textSteps(
  tx: Tx,
  { id, text, vaultId, place }: { id: string; text: ReadText; vaultId: string | null; place: Placed },
): Promise<Step[]> {
  const scene = sceneRef(id);
  const before = z.array(PassageRow).parse(await tx.run(readPassages, { id }));
  const said = z.array(TextLink).parse(await tx.run(readTextLinks, { id }));
  const isKept = new Set(text.passages.map((passage) => passage.id));
  const had = new Map(before.map((passage) => [passage.id, passage]));
  const isSaid = new Set(text.links.map(({ kind, to }) => `${kind} ${to.id}`));
  const dropped = said.filter((link) => !isSaid.has(`${link.kind} ${link.id}`));
  return [
    ...before
      .filter((passage) => !isKept.has(passage.id))
      .flatMap((passage) =>
        passage.heldBy.map((holder): Step => ({
          type: 'release_node',
          node: passageRef(passage.id),
          holder,
        })),
      ),
    ...text.passages.flatMap((passage) => passageSteps(scene, passage, had.get(passage.id))),
    ...text.called.flatMap((one) => calledSteps(one, vaultId, place)),
    ...dropped.map(({ kind, id: to }) => releasePersonLink({ from: scene, to: sceneRef(to), kind })),
    ...dropped
      .filter(({ isOnlyCalled }) => isOnlyCalled)
      .map(({ id: to }): Step => ({ type: 'release_node', node: sceneRef(to), holder: 'person' })),
    ...text.links.map(({ kind, to, quotes }) =>
      holdPersonLink({ from: scene, to, kind, quotes, inText: true }),
    ),
  ];
}

function passageSteps(
  scene: NodeRef,
  { id, start, end, text, hash }: TextPassage,
  had: z.infer<typeof PassageRow> | undefined,
): Step[] {
  const node = passageRef(id);
  if (had !== undefined)
    return had.start === start && had.end === end ? [] : [{ type: 'set', node, after: { start, end } }];
  const props = { sceneId: scene.id, rootId: scene.id, start, end, text, hash };
  return [
    { type: 'hold_node', node, props, holder: 'person' },
    { type: 'join', join: { type: 'OF', from: node, to: scene } },
  ];
}

function calledSteps(
  { id, title, key }: ReadText['called'][number],
  vaultId: string | null,
  place: Placed,
): Step[] {
  const node = sceneRef(id);
  const own = { kind: 'note', state: 'missing', origin: 'person', aliases: [], rootId: id };
  const props = { title, ...own, key, ...around(place, id), ...(vaultId !== null && { vaultId }) };
  return [{ type: 'hold_node', node, props, holder: 'person' }, ...regionSteps(node, place)];
}

function passageRef(id: string): NodeRef {
  return { label: 'Passage', id };
}
