import { z } from 'zod';
import { ChangeKind } from '../../../graph-schema/change.ts';
import type { Graph, Tx } from '../../graph/graph.ts';
import {
  readLastChange,
  readNews,
  readRootIdsOf,
  readRootLinks,
  readRootLinksOf,
  readRootPassages,
  readRootPassagesOf,
  readRoots,
  readRootsOf,
} from './corpus.cypher.ts';

const Root = z.object({
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()).nullable(),
  vaultId: z.string().nullable(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  text: z.string().nullable(),
});
export type Root = z.infer<typeof Root>;

const PassagePlace = z.object({ id: z.string(), rootId: z.string(), start: z.int(), end: z.int() });
type PassagePlace = z.infer<typeof PassagePlace>;
const RootLink = z.object({ from: z.string(), to: z.string() });
export type RootLink = z.infer<typeof RootLink>;

/** What a corpus is made of, as the graph gives it. */
export interface CorpusRows {
  vaultId: string | null;
  /** the newest change in it, and when that was made */
  at: number;
  changedAt: string | null;
  roots: ReadonlyMap<string, Root>;
  passages: ReadonlyMap<string, PassagePlace[]>;
  links: RootLink[];
}

/** Beyond so many things touched, all is read again. */
const mostTouched = 4000;
/** Their log names no nodes. */
const unnamed: ReadonlySet<ChangeKind> = new Set(['vault_removed', 'restore']);

const LastChange = z.object({ number: z.int(), at: z.string().nullable() });
const News = z.array(
  z.object({
    knownAt: z.string().nullable(),
    number: z.int().nullable(),
    at: z.string().nullable(),
    kind: ChangeKind.nullable(),
    touches: z.array(z.string()).nullable(),
  }),
);

export async function readCorpusRows(graph: Graph, vaultId: string | null): Promise<CorpusRows> {
  return graph.read(async (tx) => {
    // first: what is changed while the rest is read is then read once more
    const [last] = z.array(LastChange).parse(await tx.run(readLastChange));
    const roots = z.array(Root).parse(await tx.run(readRoots, { vaultId }));
    return {
      vaultId,
      at: last?.number ?? 0,
      changedAt: last?.at ?? null,
      roots: new Map(roots.map((root) => [root.id, root])),
      passages: byRoot(await tx.run(readRootPassages, { vaultId })),
      links: z.array(RootLink).parse(await tx.run(readRootLinks, { vaultId })),
    };
  });
}

/** Only these notes of a vault or of the field, with the links among them. */
export async function readPartRows(
  graph: Graph,
  vaultId: string | null,
  ids: readonly string[],
): Promise<CorpusRows> {
  const none = { vaultId, at: 0, changedAt: null, roots: new Map(), passages: new Map(), links: [] };
  const { rows } = await graph.read((tx) => readAgain(tx, none, new Set(ids)));
  return rows;
}

/** `changed`: notes that are not what they were. */
interface ChangedRows {
  rows: CorpusRows;
  changed: number;
}

/**
 * The rows as they are now, where only what the log says was touched after the change `since` is read. Null where too much was, where the log does not say what,
 * or where it is another log.
 */
export async function readChangedRows(
  graph: Graph,
  rows: CorpusRows,
  since: number,
): Promise<ChangedRows | null> {
  return graph.read(async (tx) => {
    const news = News.parse(await tx.run(readNews, { known: rows.at, since }));
    if (news.some(({ knownAt, kind }) => knownAt !== rows.changedAt || (kind && unnamed.has(kind))))
      return null;
    const ids = new Set(news.flatMap(({ touches }) => touches ?? []));
    if (ids.size > mostTouched) return null;
    const last = news.findLast(({ number }) => number !== null);
    const known = {
      ...rows,
      at: Math.max(rows.at, last?.number ?? 0),
      changedAt: last?.at ?? rows.changedAt,
    };
    return ids.size === 0 ? { rows: known, changed: 0 } : readAgain(tx, known, ids);
  });
}

async function readAgain(tx: Tx, rows: CorpusRows, touched: ReadonlySet<string>): Promise<ChangedRows> {
  const found = await tx.run(readRootIdsOf, { ids: [...touched] });
  const ids = new Set(found.map((row) => String(row['id'])));
  for (const id of touched) if (rows.roots.has(id)) ids.add(id);
  const asked = { ids: [...ids], vaultId: rows.vaultId };

  const roots = new Map(rows.roots);
  const passages = new Map(rows.passages);
  const now = z.array(Root).parse(await tx.run(readRootsOf, asked));
  const placesNow = byRoot(await tx.run(readRootPassagesOf, asked));
  for (const id of ids) for (const known of [roots, passages]) known.delete(id);
  for (const root of now) {
    roots.set(root.id, root);
    passages.set(root.id, placesNow.get(root.id) ?? []);
  }
  const isTouched = ({ from, to }: RootLink) => ids.has(from) || ids.has(to);
  const linksNow = z.array(RootLink).parse(await tx.run(readRootLinksOf, asked));
  const links = [...rows.links.filter((link) => !isTouched(link)), ...linksNow];

  const before = spoken(rows, ids);
  const after = spoken({ ...rows, roots, passages, links }, ids);
  const changed = [...ids].filter((id) => before.get(id) !== after.get(id)).length;
  return { rows: changed === 0 ? rows : { ...rows, roots, passages, links }, changed };
}

/** All that is known of each of these notes, to be compared. */
function spoken({ roots, passages, links }: CorpusRows, ids: ReadonlySet<string>): Map<string, string> {
  const linksOf = new Map<string, string[]>();
  for (const { from, to } of links)
    for (const id of new Set([from, to]))
      if (ids.has(id)) linksOf.set(id, [...(linksOf.get(id) ?? []), `${from} ${to}`]);
  const say = (id: string) => [roots.get(id), passages.get(id) ?? [], (linksOf.get(id) ?? []).toSorted()];
  return new Map([...ids].map((id) => [id, JSON.stringify(say(id))]));
}

function byRoot(rows: readonly unknown[]): Map<string, PassagePlace[]> {
  const passages = new Map<string, PassagePlace[]>();
  for (const place of z.array(PassagePlace).parse(rows)) {
    const own = passages.get(place.rootId) ?? [];
    own.push(place);
    passages.set(place.rootId, own);
  }
  return passages;
}
