import { cp, mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Models } from '../../models/models.ts';
import type { RunningModels } from '../../models/supervise/create-models.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { collectTextVectors } from '../../server/proposals/eval/collect-vectors.ts';
import { embedWork } from '../../server/search/embed-work.ts';
import { type Nearest, openNearest } from '../../server/search/knn/open-nearest.ts';
import type { SearchDeps } from '../../server/search/search.ts';
import { ingestVault } from '../../server/vault/ingest/ingest-vault.ts';
import { openNeo4j } from '../vault/open-neo4j.ts';
import { readTexts } from './places.cypher.ts';

const model = 'multilingual-e5-small-q4';

export interface OpenedTalk {
  deps: SearchDeps & { nearest: Nearest };
  folder: string;
  close(): Promise<void>;
}

interface TalkInput {
  folder: string;
  /** only these folders of it, put under `place`: all vectors of the Hub take an hour */
  parts: readonly string[] | null;
  place: string;
  models: RunningModels;
  say(line: string): void;
}

/** A field of one vault with all its vectors, as the app has it when everything is done. */
export async function openTalk({ folder, parts, place, models, say }: TalkInput): Promise<OpenedTalk> {
  const notes = parts === null ? folder : await copyParts(folder, parts, path.join(place, 'part'));
  const neo4j = await openNeo4j();
  const { graph, address } = neo4j;
  const nearest = openNearest({ graph, address: () => address, onFault: (error) => say(String(error)) });
  const { sources, passages } = await ingestVault({ graph }, { path: notes });
  say(`${sources} notes, ${passages} passages: vectors are made`);
  const work = embedWork({ graph, models: await remembering(graph, models), nearest });
  await work({}, { id: 'bench', signal: new AbortController().signal, report: () => undefined });
  return {
    deps: { graph, models, nearest },
    folder: notes,
    async close() {
      await nearest.stop();
      await neo4j.close();
    },
  };
}

/** The same models with the vectors of all passages; they are kept beside other temporary files, so that another run need not make them again. */
async function remembering(graph: Graph, models: RunningModels): Promise<Models> {
  const rows = z.array(z.object({ text: z.string() })).parse(await graph.read((tx) => tx.run(readTexts)));
  const cache = path.join(os.tmpdir(), 'scenefield-bench');
  const known = await collectTextVectors(
    rows.map(({ text }) => text),
    { models, cache, model, signal: undefined },
  );
  return {
    ...models,
    async embed(texts, kind, options) {
      const vectors = texts.flatMap((text) => known.get(text) ?? []);
      if (kind === 'query' || vectors.length < texts.length) return models.embed(texts, kind, options);
      return { vectors, model, dimensions: vectors[0]?.length ?? 0 };
    },
  };
}

async function copyParts(folder: string, parts: readonly string[], target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  for (const part of parts) await cp(path.join(folder, part), path.join(target, part), { recursive: true });
  return target;
}
