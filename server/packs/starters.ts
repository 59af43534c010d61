import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import { parsePack } from '../../scenes/index.ts';
import { projectRoot } from '../boot/project-root.ts';

type Language = 'ru' | 'en';

/** The packs that the product ships, in the order they are offered. */
const starterIds = ['minimal-root', 'five-gaps'] as const;

export async function listStarters(
  language: Language,
): Promise<{ id: string; title: string; about: string; scenes: number }[]> {
  return Promise.all(
    starterIds.map(async (id) => {
      const parsed = parsePack(await readStarter({ id, language }));
      if ('problems' in parsed) throw new Error(`${id}.${language}: ${parsed.problems[0]?.message}`);
      const { title, about, scenes } = parsed.pack;
      return { id, title, about, scenes: scenes.length };
    }),
  );
}

/** The pack's text, for `importPack`. @throws AppError not_found */
export async function readStarter({ id, language }: { id: string; language: Language }): Promise<string> {
  const known = starterIds.find((starter) => starter === id);
  if (known === undefined) throw new AppError('not_found', { values: { id } });
  return readFile(path.join(projectRoot(), 'scenes', 'starters', `${known}.${language}.yaml`), 'utf8');
}
