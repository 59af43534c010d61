import type { Link, Scene } from '../../graph-schema/nodes.ts';
import {
  type Pack,
  type PackDecision,
  type PackEvidence,
  type PackLink,
  packVersion,
} from '../../scenes/pack.ts';
import type { DecisionRow, FieldRows } from './field-rows.ts';
import { type ScenePlace, scenePlaces } from './scene-places.ts';

export type PackHead = Pick<Pack, 'id' | 'title' | 'about' | 'language'>;

interface Quotable {
  start: number;
  end: number;
  body: string;
}

/** A part of the field as a pack. Holders, regions, vectors and change numbers stay behind: they are this field's own. */
export function packOfField(rows: FieldRows, head: PackHead): Pack {
  const places = scenePlaces(rows);
  const concepts = new Set<string>(rows.concepts.map(({ concept }) => concept.id));
  const passages = new Map<string, Quotable>();
  const packPassages: Pack['passages'] = [];
  for (const passage of rows.passages) {
    const place = places.get(passage.sceneId);
    const body = place?.holderText ?? '';
    const [start, end] = [passage.start + (place?.offset ?? 0), passage.end + (place?.offset ?? 0)];
    // one whose words are no longer there (its note changed while we read) has nothing to say
    if (start >= end || body.slice(start, end) !== passage.text) continue;
    passages.set(passage.id, { start, end, body });
    packPassages.push({ id: passage.id, scene: passage.sceneId, start, end } as Pack['passages'][number]);
  }
  return {
    scenefield: packVersion,
    ...head,
    scenes: rows.scenes.map((row) => sceneOf(row, places)),
    passages: packPassages,
    concepts: rows.concepts.map(({ concept: { id, name, aliases, from, origin }, parents }) => {
      const above = parents.filter((parent) => concepts.has(parent));
      return { id, name, aliases, from, origin, in: above as (typeof id)[] };
    }),
    links: rows.links.map((row) => linkOf(row, passages)),
    decisions: decisionsOf(rows.decisions, passages),
  };
}

function sceneOf(
  { scene, parent, after }: FieldRows['scenes'][number],
  places: ReadonlyMap<string, ScenePlace>,
): Pack['scenes'][number] {
  const place = places.get(scene.id);
  const { id, title, kind, state, origin, aliases, level, order, speaker, speakerRole, at, atFrom } = scene;
  return {
    id,
    title,
    kind,
    state,
    origin,
    aliases,
    ...(parent !== null && places.has(parent) && { in: parent as Scene['id'] }),
    after: after.filter((other) => places.has(other)) as Scene['id'][],
    ...defined({ level, order, speaker, speakerRole, at, atFrom, formula: scene.formula }),
    ...(scene.x !== undefined &&
      scene.y !== undefined && { position: { x: rounded(scene.x), y: rounded(scene.y) } }),
    pinned: scene.pinned ?? false,
    ...(scene.modelId !== undefined && {
      model: { id: scene.modelId, ...defined({ sha256: scene.modelSha256 }) },
    }),
    ...(place?.span ? { span: place.span } : defined({ body: place?.text })),
  };
}

/** Field units; finer places are noise of the layout. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function linkOf(
  { from, to, link }: FieldRows['links'][number],
  passages: ReadonlyMap<string, Quotable>,
): PackLink {
  return {
    id: link.id,
    from,
    kind: link.kind,
    to,
    origin: link.origin,
    embed: link.embed ?? false,
    accepted: link.acceptedBy !== undefined,
    ...defined({ proposal: link.proposalId as PackLink['proposal'], model: link.modelId }),
    evidence: evidenceOf(link, passages),
  };
}

/** A sender's decision has an id of its own in the graph, so that it never stands in the way of a proposal of this field. */
export const senderPrefix = 'sender-';

/** What a person here decided comes before what a sender did about the same. */
function decisionsOf(rows: readonly DecisionRow[], passages: ReadonlyMap<string, Quotable>): PackDecision[] {
  const decisions = new Map<string, PackDecision>();
  for (const row of rows) {
    const isSenders = row.decidedBy === 'sender';
    const id = isSenders && row.id.startsWith(senderPrefix) ? row.id.slice(senderPrefix.length) : row.id;
    if (isSenders && decisions.has(id)) continue;
    decisions.set(id, { ...decisionOf(row, passages), id: id as PackDecision['id'] });
  }
  return [...decisions.values()];
}

function decisionOf(row: DecisionRow, passages: ReadonlyMap<string, Quotable>): PackDecision {
  const { id, kind, state, relation, decidedAt, rejectReason, reason, reasonBy, model } = row;
  return {
    id,
    kind,
    state,
    from: row.fromId,
    to: row.toId,
    relation,
    ...defined({ decidedAt, rejectReason, reason, reasonBy, model }),
    createdAt: row.createdAt ?? '',
    models: row.models ?? [],
    score: row.score ?? 0,
    weights: row.weights ?? '',
    taskVersion: row.taskVersion ?? '',
    seed: row.seed ?? 0,
    signals: (row.signalNames ?? []).map((name, index) => ({
      name,
      z: row.signalZs?.[index] ?? 0,
      share: row.signalShares?.[index] ?? 0,
    })),
    evidence: evidenceOf(row, passages),
  };
}

/** In the graph a quote's offsets are into its passage's text. */
function evidenceOf(
  held: Pick<Link, never> & {
    evidencePassages?: Link['evidencePassages'] | null | undefined;
    evidenceStarts?: number[] | null | undefined;
    evidenceEnds?: number[] | null | undefined;
  },
  passages: ReadonlyMap<string, Quotable>,
): PackEvidence[] {
  return (held.evidencePassages ?? []).flatMap((passage, index) => {
    const place = passages.get(passage);
    if (!place) return [];
    const start = place.start + (held.evidenceStarts?.[index] ?? 0);
    const end = place.start + (held.evidenceEnds?.[index] ?? 0);
    if (start >= end || end > place.end) return [];
    return [{ passage, start, end, quote: place.body.slice(start, end) }];
  });
}

/** Without the fields that are absent (null in the graph, undefined here). */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null | undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as {
    [K in keyof T]?: Exclude<T[K], null | undefined>;
  };
}
