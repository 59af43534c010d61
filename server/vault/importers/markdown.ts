import type { Importer } from './importer.ts';
import { readText } from './read-text.ts';

/** Notes as they are: Obsidian Flavored Markdown, Nexus chat notes, Foam and Dendron. */
export const markdown: Importer = {
  takes: (path) => /\.md$/i.test(path),
  async *read(file) {
    yield { path: file.path, ...(await readText(file)) };
  },
};
