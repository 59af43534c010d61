import type { Addition } from '../../../graph-schema/views/export-view.ts';
import { groupBy } from '../../field/group-by.ts';
import { messagesFor } from '../../../messages/index.ts';
import { addedLinks, noteHead } from '../added-links.ts';
import type { ExportedField, ExportedLink } from '../exported-field.ts';
import type { ExportedFile, ExportFormat } from '../export-format.ts';
import { createUniquePaths, safeName } from '../file-names.ts';
import { type NoteNames, noteNames } from '../note-names.ts';
import { ownText } from '../own-text.ts';

/**
 * What was accepted and written here, for the notes' own vault: each new scene as a note, and the links of notes that are there already in
 * one file to paste from, inside code, so that a vault with that file in it gains no links by it.
 */
export const additionsFolder: ExportFormat = {
  ending: '.md',
  isFolder: true,
  needsText: false,
  isOwnOnly: true,
  files: write,
};

function* write(field: ExportedField): Generator<ExportedFile> {
  const names = noteNames(field, true);
  const unique = createUniquePaths();
  const all = additionsOf(field);
  for (const { sceneId, path, markdown } of all) {
    const file = path === null ? names.fileOf(sceneId) : null;
    if (file !== null) yield { path: unique(file, ''), text: [markdown] };
  }
  const toPaste = all.filter(({ path }) => path !== null);
  if (toPaste.length === 0) return;
  const words = messagesFor(field.language).exportFiles;
  const parts = toPaste.map(({ path, markdown }) => `## ${path}\n\n${inCode(markdown)}\n`);
  yield {
    path: unique(safeName(words.additions), '.md'),
    text: [`# ${words.additions}\n\n${words.additionsLead}\n\n`, parts.join('\n')],
  };
}

/** Note by note: first the notes that gain links, then the new ones, each by title. */
export function additionsOf(field: ExportedField): Addition[] {
  const names = noteNames(field, true);
  const titles = new Map(field.scenes.map(({ id, title, aliases }) => [id, [title, ...aliases]]));
  const own = groupBy(
    field.links.filter(({ isOwn }) => isOwn),
    ({ from }) => from,
  );
  const byTitle = new Intl.Collator(field.language, { numeric: true }).compare;
  return field.scenes
    .filter(({ id, isOwn, path, text }) => (path === null ? isOwn && text !== null : own.has(id)))
    .map((scene) => {
      const { id: sceneId, title, path, vault } = scene;
      const at = { links: own.get(sceneId) ?? [], names, titles, language: field.language };
      return { sceneId, title, path, vault, markdown: path === null ? newNote(scene, at) : linksOf(at) };
    })
    .sort((a, b) => Number(a.path === null) - Number(b.path === null) || byTitle(a.title, b.title));
}

interface At {
  links: readonly ExportedLink[];
  names: NoteNames;
  titles: ReadonlyMap<string, readonly string[]>;
  language: 'ru' | 'en';
}

function linksOf({ links, ...how }: At): string {
  return addedLinks(links, how);
}

function newNote(scene: ExportedField['scenes'][number], at: At): string {
  const { text, unsaid } = ownText((scene.text ?? '').trimEnd(), at);
  const links = linksOf({ ...at, links: unsaid });
  return `${noteHead(scene)}${text}\n${links === '' ? '' : `\n${links}`}`;
}

/** A fence is longer than any in what it holds. */
function inCode(markdown: string): string {
  const runs = [...markdown.matchAll(/`{3,}/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}markdown\n${markdown.trimEnd()}\n${fence}`;
}
