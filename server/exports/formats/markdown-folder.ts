import { groupBy } from '../../field/group-by.ts';
import { messagesFor } from '../../../messages/index.ts';
import { addedLinks, noteHead } from '../added-links.ts';
import type { ExportedField } from '../exported-field.ts';
import type { ExportedFile, ExportFormat } from '../export-format.ts';
import { createUniquePaths } from '../file-names.ts';
import { noteNames } from '../note-names.ts';

/** Notes as they are, with what was accepted and written here, and the regions as a note of links: a vault of its own. */
export const markdownFolder: ExportFormat = {
  ending: '.md',
  isFolder: true,
  needsText: true,
  files: write,
};

function* write(field: ExportedField): Generator<ExportedFile> {
  const { scenes, links, regions, language } = field;
  const names = noteNames(field);
  const added = groupBy(
    links.filter(({ isOwn, origins }) => isOwn || !origins.includes('vault')),
    ({ from }) => from,
  );
  const unique = createUniquePaths();
  for (const scene of scenes) {
    const path = names.fileOf(scene.id);
    if (path === null) continue;
    unique(path, '');
    const own = addedLinks(added.get(scene.id) ?? [], { names, language });
    const head = scene.path === null ? [noteHead(scene)] : [];
    const body = scene.text ?? '';
    yield { path, text: [...head, body, ...(own === '' ? [] : [body.endsWith('\n') ? '\n' : '\n\n', own])] };
  }
  if (regions.length === 0) return;
  const members = groupBy(scenes, ({ regionId }) => regionId);
  const parts = regions.map(({ id, name, describes }) => {
    const list = (members.get(id) ?? []).filter((scene) => names.fileOf(scene.id) !== null);
    const title = name.replace(/\s+/g, ' ');
    return `## ${title}\n\n${describes.join(', ')}\n\n${list.map((scene) => `- ${names.linkTo(scene.id)}\n`).join('')}\n`;
  });
  yield { path: unique(messagesFor(language).exportFiles.regions, '.md'), text: parts };
}
