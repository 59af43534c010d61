import { readFile as read } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import { projectRoot } from '../boot/project-root.ts';
import { readFile } from './file/read-file.ts';

type Language = 'ru' | 'en';

/** The notebooks that the product ships, in the order they are offered; each runs on any field. */
const shippedIds = ['what-do-i-have', 'where-not-joined', 'what-changed'] as const;

export interface ShippedNotebook {
  id: string;
  title: string;
  /** its first paragraph */
  about: string;
}

export async function listShipped(language: Language): Promise<ShippedNotebook[]> {
  return Promise.all(
    shippedIds.map(async (id) => {
      const got = readFile(await readShipped({ id, language }));
      if ('problems' in got) throw new Error(`${id}.${language}: ${JSON.stringify(got.problems[0])}`);
      const [first] = got.file.cells;
      const about =
        first?.input.kind === 'prose' ? (first.input.text.split('\n\n')[0] ?? '').replaceAll('`', '') : '';
      return { id, title: got.file.title ?? id, about };
    }),
  );
}

/** The file's text. @throws AppError not_found */
export async function readShipped({ id, language }: { id: string; language: Language }): Promise<string> {
  const known = shippedIds.find((shipped) => shipped === id);
  if (known === undefined) throw new AppError('not_found', { values: { id } });
  return read(path.join(projectRoot(), 'scenes', 'notebooks', `${known}.${language}.md`), 'utf8');
}
