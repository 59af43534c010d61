import { z } from 'zod';
import type { Evidence } from '../../graph-schema/evidence.ts';
import { PassageId } from '../../graph-schema/ids.ts';
import { SceneLink } from '../../graph-schema/views/scene-view.ts';
import type { Tx } from '../graph/graph.ts';
import { plainText } from './parse/plain-text.ts';
import { readLinks, readLinksBetween, readQuoted } from './read-scene.cypher.ts';

const LinkRow = z.object({
  id: z.string(),
  type: z.string(),
  isOut: z.boolean(),
  origin: z.string(),
  embed: z.boolean(),
  reason: z.string().nullable(),
  isDrawn: z.boolean(),
  other: z.object({ id: z.string(), title: z.string(), state: z.string() }),
  fromRoot: z.string().nullable(),
  passages: z.array(z.string()),
  starts: z.array(z.int()),
  ends: z.array(z.int()),
});
type LinkRow = z.infer<typeof LinkRow>;

const Quoted = z.object({
  id: PassageId,
  rootId: z.string(),
  start: z.int(),
  text: z.string(),
  path: z.string(),
});
type Quoted = z.infer<typeof Quoted>;

/** Links from and to a scene and what is in it; several of one kind, origin and other end are one, with all their quotes. */
export async function readSceneLinks(tx: Tx, id: string): Promise<SceneLink[]> {
  return gatherLinks(tx, z.array(LinkRow).parse(await tx.run(readLinks, { id })));
}

/** The same of what lies between two root scenes, as the first sees it. */
export async function readLinksOf(tx: Tx, from: string, to: string): Promise<SceneLink[]> {
  return gatherLinks(tx, z.array(LinkRow).parse(await tx.run(readLinksBetween, { from, to })));
}

async function gatherLinks(tx: Tx, rows: readonly LinkRow[]): Promise<SceneLink[]> {
  const ids = [...new Set(rows.flatMap((row) => row.passages))];
  const quoted = ids.length === 0 ? [] : z.array(Quoted).parse(await tx.run(readQuoted, { ids }));
  const byId = new Map(quoted.map((passage) => [String(passage.id), passage]));
  const links = new Map<string, SceneLink>();
  for (const row of rows) {
    const key = [row.type, row.isOut, row.origin, row.other.id].join(' ');
    const known = links.get(key);
    const evidence = evidenceOf(row, byId);
    if (known) known.evidence.push(...evidence);
    else links.set(key, toLink(row, evidence));
  }
  return [...links.values()];
}

function toLink(row: LinkRow, evidence: Evidence[]): SceneLink {
  return SceneLink.parse({
    id: row.id,
    relation: row.type.toLowerCase(),
    direction: row.isOut ? 'out' : 'in',
    origin: row.origin,
    embed: row.embed,
    other: row.other,
    evidence,
    reason: row.reason,
    isDrawn: row.isDrawn,
  });
}

/** Offsets on a link point into its passage's text; shown ones into the source. */
function evidenceOf(row: LinkRow, passages: ReadonlyMap<string, Quoted>): Evidence[] {
  return row.passages.flatMap((passageId, index) => {
    const passage = passages.get(passageId);
    const start = row.starts[index] ?? 0;
    const end = row.ends[index] ?? 0;
    if (!passage || end <= start) return [];
    const text = passage.text.slice(start, end);
    return [
      {
        side: passage.rootId === row.fromRoot ? ('from' as const) : ('to' as const),
        passageId: passage.id,
        path: passage.path,
        start: passage.start + start,
        end: passage.start + end,
        text,
        shown: plainText(text),
      },
    ];
  });
}
