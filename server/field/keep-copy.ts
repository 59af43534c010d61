import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { Graph } from '../graph/graph.ts';
import { isIngestOpen, readCopy, writeCopy } from './field.cypher.ts';
import { type FieldRows, RegionShown, SceneRow, SpeakerRow, Totals } from './field-rows.ts';

/** What a copy says of its own form: one of another form is no copy. */
const form = 4;

const At = z.int().nonnegative();
/** Links name their ends by their place in `scenes`: a hundred thousand notes take a third of the room. */
const Copy = z.object({
  form: z.literal(form),
  at: z.int(),
  scenes: z.array(SceneRow),
  links: z.array(z.tuple([At, At, LinkKind, z.array(Origin), z.int()])),
  regions: z.array(
    RegionShown.extend({ alike: z.array(z.tuple([z.string(), z.number()])).transform((to) => new Map(to)) }),
  ),
  speaking: z.array(SpeakerRow),
  totals: Totals,
});

/**
 * Keeps the rows of a large field beside it in the graph, compressed, so that the next start need not read it scene by scene. Whatever changes regions or places
 * takes the copy away in its own transaction; what the log names is read on top of it. Rows read while notes are being read are no copy of anything:
 * `isStill` says whether they are what the field is still made of.
 */
export async function keepCopy(graph: Graph, rows: FieldRows, isStill: () => boolean): Promise<void> {
  const text = (await promisify(gzip)(JSON.stringify(toCopy(rows)), { level: 1 })).toString('base64');
  await graph.write(async (tx) => {
    const [open] = await tx.run(isIngestOpen);
    // An ingest that is over has said what it touched before its job says that it is over.
    if (open?.['isOpen'] === true || !isStill()) return;
    await tx.run(writeCopy, { text });
  });
}

/** The rows as they were kept; null where there are none, or none that can be read. */
export async function openCopy(graph: Graph): Promise<FieldRows | null> {
  const [row] = await graph.read((tx) => tx.run(readCopy));
  if (row === undefined) return null;
  try {
    const bytes = await promisify(gunzip)(Buffer.from(String(row['text']), 'base64'));
    return fromCopy(Copy.parse(JSON.parse(bytes.toString('utf8'))));
  } catch {
    return null;
  }
}

function toCopy({ scenes, links, regions, ...rest }: FieldRows): z.input<typeof Copy> {
  const placeOf = new Map(scenes.map(({ id }, at) => [id, at]));
  return {
    form,
    ...rest,
    scenes,
    // an end that is no scene of the field is left out when the field is made, too
    links: links.flatMap(({ from, to, kind, origins, count }) => {
      const [a, b] = [placeOf.get(from), placeOf.get(to)];
      return a === undefined || b === undefined ? [] : [[a, b, kind, origins, count]];
    }),
    regions: regions.map(({ alike, ...region }) => ({ ...region, alike: [...alike] })),
  };
}

function fromCopy({ form: _form, links, ...rest }: z.output<typeof Copy>): FieldRows {
  const { scenes } = rest;
  return {
    ...rest,
    links: links.flatMap(([a, b, kind, origins, count]) => {
      const [from, to] = [scenes[a]?.id, scenes[b]?.id];
      return from === undefined || to === undefined ? [] : [{ from, to, kind, origins, count }];
    }),
  };
}
