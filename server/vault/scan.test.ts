import { chmod, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFolders } from './find-folders.ts';
import { findInVault } from './find-in-vault.ts';
import { imageType } from './image-type.ts';
import { largestNoteBytes } from './importers/read-text.ts';
import { scanVault } from './scan.ts';
import { makeVault, type TemporaryVault } from './testing/temporary-vault.ts';

let vault: TemporaryVault;
beforeEach(async () => {
  vault = await makeVault({ 'Ядро.md': 'Ядро мало.\n' });
});
afterEach(() => vault.delete());

/** Cyrillic letters and ASCII in windows-1251. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x80 ? code : code - 0x0410 + 0xc0;
  });
}

function utf16(text: string, isBigEndian = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('scan', () => {
  it('reads UTF-16 with and without its mark, and names a guessed encoding', async () => {
    await vault.write('le.md', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('Поле и field.\n')]));
    await vault.write('be.md', utf16('Поле и field.\n', true));
    await vault.write('cp1251.md', windows1251('Поле смысла.\n'));
    await vault.write('bom.md', '\uFEFF# Заголовок\n');
    const { sources, skipped } = await scanVault(vault.path);
    const read = Object.fromEntries(
      sources.map(({ path: name, text, encoding }) => [name, [encoding, text]]),
    );
    expect(read).toEqual({
      'Ядро.md': ['utf-8', 'Ядро мало.\n'],
      'le.md': ['utf-16le', 'Поле и field.\n'],
      'be.md': ['utf-16be', 'Поле и field.\n'],
      'cp1251.md': ['windows-1251', 'Поле смысла.\n'],
      'bom.md': ['utf-8', '# Заголовок\n'],
    });
    expect(skipped).toEqual([
      { path: 'be.md', reason: 'encoding_guessed', kept: true },
      { path: 'cp1251.md', reason: 'encoding_guessed', kept: true },
    ]);
  });

  it('names what it cannot read, and reads the rest', async () => {
    await vault.write('nul.md', 'text\0with\0NULs');
    await vault.write('broken.md', '---\ntags: [\n---\nСлова.\n');
    await vault.write('huge.md', '');
    await truncate(path.join(vault.path, 'huge.md'), 50 * 1024 * 1024);
    const { sources, skipped } = await scanVault(vault.path);
    expect(sources.map((source) => source.path)).toEqual(['broken.md', 'Ядро.md']);
    expect(skipped).toEqual([
      { path: 'broken.md', reason: 'frontmatter_broken', kept: true },
      { path: 'huge.md', reason: 'too_large', kept: false },
      { path: 'nul.md', reason: 'nul_bytes', kept: false },
    ]);
    expect(largestNoteBytes).toBeLessThan(50 * 1024 * 1024);
  });

  it('goes on past a file without read permission', async (context) => {
    if (process.getuid?.() === 0) return context.skip('root reads every file');
    await vault.write('secret.md', 'x');
    await chmod(path.join(vault.path, 'secret.md'), 0);
    expect((await scanVault(vault.path)).skipped).toEqual([
      { path: 'secret.md', reason: 'unreadable', kept: false },
    ]);
  });

  it('leaves hidden folders, Obsidian’s excluded files and links out of the vault alone, and counts them', async () => {
    const outside = await makeVault({ 'тайна.md': 'не читать' });
    await vault.write(
      '.obsidian/app.json',
      JSON.stringify({ userIgnoreFilters: ['Архив/', '/черновик \\d+/'] }),
    );
    await vault.write('.trash/old.md', 'x');
    await vault.write('Архив/2019.md', 'x');
    await vault.write('черновик 7.md', 'x');
    await symlink(outside.path, path.join(vault.path, 'наружу'));
    await symlink(vault.path, path.join(vault.path, 'петля'));
    const { sources, ignored, others } = await scanVault(vault.path);
    expect(sources.map((source) => source.path)).toEqual(['Ядро.md']);
    expect(ignored).toEqual({ hidden: 2, excluded: 2, links: 2 });
    expect(others.filter((file) => file.kind === 'excluded')).toHaveLength(2);
    await outside.delete();
  });

  it('stops when asked', async () => {
    await expect(scanVault(vault.path, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('pictures of a vault', () => {
  it('are found beside the note, from the root or by name, and never outside', async () => {
    const outside = await makeVault({ 'secret.png': 'x' });
    await vault.write('a/b/схема.png', 'x');
    await vault.write('a/note.md', 'x');
    await vault.write('.obsidian/icon.png', 'x');
    await symlink(path.join(outside.path, 'secret.png'), path.join(vault.path, 'link.png'));
    const find = (target: string) => findInVault(vault.path, { from: 'a/note.md', target });
    const there = path.join(vault.path, 'a', 'b', 'схема.png');
    for (const target of ['b/схема.png', 'a/b/схема.png', 'Схема.png', '../a/b/схема.png#anchor']) {
      expect(await find(target)).toBe(there);
    }
    const traversal = `../../${path.basename(outside.path)}/secret.png`;
    for (const target of [
      'link.png',
      traversal,
      `${outside.path}/secret.png`,
      '.obsidian/icon.png',
      'file:///etc/passwd',
      '',
    ]) {
      expect(await find(target)).toBeNull();
    }
    await outside.delete();
  });

  it('are pictures by their first bytes, not by their name alone', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    expect(imageType('.PNG', png)).toBe('image/png');
    expect(imageType('.jpg', png)).toBeNull();
    expect(imageType('.html', png)).toBeNull();
    expect(imageType('.svg', Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'))).toBe('image/svg+xml');
  });
});

describe('folders to choose from', () => {
  it('are listed with the notes in them, hidden ones left out', async () => {
    await vault.write('Основа/а.md', 'x');
    await vault.write('Основа/глубже/б.md', 'x');
    await vault.write('.git/в.md', 'x');
    const listing = await findFolders(vault.path);
    expect(listing).toMatchObject({ notes: 3, folders: [{ name: 'Основа', notes: 2 }] });
    await expect(findFolders(path.join(vault.path, 'Ядро.md'))).rejects.toMatchObject({
      code: 'vault_not_folder',
    });
  });
});
