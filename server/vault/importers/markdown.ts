import { dialectOf } from './dialects/dialect-of.ts';
import { readDendron } from './dialects/dendron.ts';
import { readFoam } from './dialects/foam.ts';
import { readLogseq } from './dialects/logseq.ts';
import type { Importer, Rendition } from './importer.ts';
import { readText } from './read-text.ts';

/** Notes: Obsidian Flavored Markdown and Nexus chat notes as they are, Logseq, Dendron and Foam by their own conventions. */
export const markdown: Importer = {
  takes: (path) => /\.md$/i.test(path),
  async *read(file) {
    const { text, ...decoded } = await readText(file);
    yield { ...decoded, ...render(file, text) };
  },
};

function render(file: { path: string; file: string }, text: string): Rendition {
  switch (dialectOf(file, text)) {
    case 'logseq':
      return readLogseq(file.path, text);
    case 'dendron':
      return readDendron(file.path, text);
    case 'foam':
      return readFoam(file.path, text);
    case 'obsidian':
      return { path: file.path, text };
  }
}
