import type { Importer } from './importer.ts';
import { readText } from './read-text.ts';

/** Text without any markup of its own; what looks like a wikilink or a tag in it is one. */
export const plainText: Importer = {
  takes: (path) => /\.(?:txt|text)$/i.test(path),
  async *read(file) {
    const decoded = await readText(file);
    const title = (file.path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
    yield { path: file.path, title, ...decoded };
  },
};
