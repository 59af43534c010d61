import { posix } from 'node:path';
import type { Importer } from './importer.ts';
import { readText } from './read-text.ts';

/** Text without any markup of its own; what looks like a wikilink or a tag in it is one. */
export const plainText: Importer = {
  takes: (path) => /\.(?:txt|text)$/i.test(path),
  async *read(file) {
    yield { path: file.path, title: posix.parse(file.path).name, ...(await readText(file)) };
  },
};
