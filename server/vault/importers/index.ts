import type { Importer } from './importer.ts';
import { chatExport } from './chats/export.ts';
import { telegram } from './chats/telegram.ts';
import { canvas } from './canvas.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';

const importers: readonly Importer[] = [markdown, plainText, canvas, html, pdf, chatExport, telegram];

/** Who reads a file of this name; null: it is an attachment. */
export function importerOf(path: string): Importer | null {
  return importers.find((importer) => importer.takes(path)) ?? null;
}
