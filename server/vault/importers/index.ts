import type { Importer } from './importer.ts';
import { chatExport } from './chats/export.ts';
import { telegram } from './chats/telegram.ts';
import { canvas } from './canvas.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

const importers: readonly Importer[] = [markdown, plainText, canvas, chatExport, telegram];

/** Who reads a file of this name; null: it is an attachment. */
export function importerOf(path: string): Importer | null {
  return importers.find((importer) => importer.takes(path)) ?? null;
}
