import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { RunningModels } from '../../models/supervise/create-models.ts';
import { embedWork } from '../../server/search/embed-work.ts';
import { type Nearest, openNearest } from '../../server/search/knn/open-nearest.ts';
import type { SearchDeps } from '../../server/search/search.ts';
import { ingestVault } from '../../server/vault/ingest/ingest-vault.ts';
import { openNeo4j } from '../vault/open-neo4j.ts';

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
  const work = embedWork({ graph, models, nearest });
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

async function copyParts(folder: string, parts: readonly string[], target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  for (const part of parts) await cp(path.join(folder, part), path.join(target, part), { recursive: true });
  return target;
}
