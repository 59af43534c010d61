import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { Graph } from '../graph/graph.ts';
import { isIngestOpen, readCopyKey, writeCopyKey } from './field.cypher.ts';
import type { FieldGraph } from './field-graph.ts';
import { type FieldRows, RegionShown, SceneRow, SpeakerRow, Totals } from './field-rows.ts';
import { makeFieldGraph } from './make-field-graph.ts';

/** What a copy says of its own form: one of another form is no copy. */
const form = 5;

const At = z.int().nonnegative();
/** Links name their ends by their place in `scenes`: a hundred thousand notes take a third of the room. */
const Copy = z.object({
  form: z.literal(form),
  key: z.string(),
  at: z.int(),
  scenes: z.array(SceneRow),
  links: z.array(z.tuple([At, At, LinkKind, z.array(Origin), z.int()])),
  regions: z.array(
    RegionShown.extend({ alike: z.array(z.tuple([z.string(), z.number()])).transform((to) => new Map(to)) }),
  ),
  speaking: z.array(SpeakerRow),
  totals: Totals,
});

/** Rows of the field, and what was made of them. */
export interface Copied {
  rows: FieldRows;
  field: FieldGraph;
}

/**
 * The rows of a large field in a file of the home, so that the next start need not read it scene by scene, nor wait for the graph to begin.
 * The graph has the key of the file that is true: whatever changes regions or places takes the key away in its own transaction; what the log
 * names is read on top of the copy.
 */
export interface Copies {
  /** Begins to open what there is; the graph need not be there yet. */
  openAhead(): void;
  /** What was kept; null where there is nothing, nothing that can be read, or nothing that is still true. */
  open(graph: Graph): Promise<Copied | null>;
  /** Rows read while notes are being read are no copy of anything: `isStill` says whether they are what the field is still made of. */
  keep(graph: Graph, rows: FieldRows, isStill: () => boolean): Promise<void>;
  clear(): Promise<void>;
}

export function openCopies(home: string): Copies {
  const folder = path.join(home, 'field');
  const file = path.join(folder, 'copy.json.gz');
  let ahead: Promise<(Copied & { key: string }) | null> | null = null;
  const openAhead = () => (ahead ??= readCopied(file));
  return {
    openAhead: () => void openAhead(),
    async open(graph) {
      const opening = openAhead();
      const [row] = await graph.read((tx) => tx.run(readCopyKey));
      const copied = await opening;
      // its memory is given back where nobody needs it
      ahead = null;
      return copied !== null && copied.key === row?.['key'] ? copied : null;
    },
    async keep(graph, rows, isStill) {
      const key = randomUUID();
      const draft = `${file}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const bytes = await promisify(gzip)(JSON.stringify(toCopy(rows, key)), { level: 1 });
        await writeFile(draft, bytes, { mode: 0o600 });
        const isKept = await graph.write(async (tx) => {
          const [open] = await tx.run(isIngestOpen);
          // An ingest that is over has said what it touched before its job says that it is over.
          if (open?.['isOpen'] === true || !isStill()) return false;
          await tx.run(writeCopyKey, { key });
          return true;
        });
        // ended before this, the key is of a file that is not there: no copy
        if (isKept) await rename(draft, file);
      } finally {
        await rm(draft, { force: true });
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

async function readCopied(file: string): Promise<(Copied & { key: string }) | null> {
  try {
    const bytes = await promisify(gunzip)(await readFile(file));
    const copy = Copy.parse(JSON.parse(bytes.toString('utf8')));
    const rows = fromCopy(copy);
    return { key: copy.key, rows, field: makeFieldGraph(rows) };
  } catch {
    return null;
  }
}

function toCopy({ scenes, links, regions, ...rest }: FieldRows, key: string): z.input<typeof Copy> {
  const placeOf = new Map(scenes.map(({ id }, at) => [id, at]));
  return {
    form,
    key,
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

function fromCopy({ form: _form, key: _key, links, ...rest }: z.output<typeof Copy>): FieldRows {
  const { scenes } = rest;
  return {
    ...rest,
    links: links.flatMap(([a, b, kind, origins, count]) => {
      const [from, to] = [scenes[a]?.id, scenes[b]?.id];
      return from === undefined || to === undefined ? [] : [{ from, to, kind, origins, count }];
    }),
  };
}
