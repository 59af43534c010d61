import { chmod, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotes, scanVault } from '../scan.ts';
import { makeVault, type TemporaryVault } from '../testing/temporary-vault.ts';
import { walkVault } from '../walk-vault.ts';
import { readJsonItems } from './chats/read-json-items.ts';

let vault: TemporaryVault;
beforeEach(async () => {
  vault = await makeVault({ 'Ядро.md': 'Ядро мало.\n' });
});
afterEach(() => vault.delete());

const textsByPath = async () => {
  const { sources } = await scanVault(vault.path);
  return Object.fromEntries(sources.map(({ path: at, text }) => [at, text]));
};

describe('names', () => {
  it('that differ in Unicode form only are two notes, each with its own words', async () => {
    const [composed, apart] = ['Йод.md'.normalize('NFC'), 'Йод.md'.normalize('NFD')];
    await vault.write(composed, 'composed\n');
    await vault.write(apart, 'taken apart\n');
    expect(await textsByPath()).toMatchObject({ [composed]: 'composed\n', [apart]: 'taken apart\n' });
    await vault.remove(composed);
    const left = await textsByPath();
    expect(left[composed]).toBe('taken apart\n');
    expect(left[apart]).toBeUndefined();
  });

  it('of talks in one export stay apart', async () => {
    const talk = (uuid: string, text: string) => ({
      uuid,
      name: 'Talk',
      chat_messages: [{ uuid: `m-${text}`, sender: 'human', text }],
    });
    const [one, other] = ['11111111-0000-4000-8000-000000000001', '11111111-0000-4000-8000-000000000002'];
    await vault.write('conversations.json', JSON.stringify([talk(one, 'tides'), talk(other, 'moons')]));
    const message = (id: number, date: string) => ({
      id,
      type: 'message',
      date,
      from: 'Ann',
      text: `m${id}`,
    });
    const days = ['2024-01-01T10:00:00', '2024-01-02T10:00:00', '2024-01-01T11:00:00'];
    await vault.write(
      'result.json',
      JSON.stringify({ name: 'Ann', messages: days.map((day, at) => message(at, day)) }),
    );
    expect(Object.keys(await textsByPath())).toEqual([
      'conversations.json/Talk · 11111111.md',
      'conversations.json/Talk · 11111111 (2).md',
      'result.json/Ann 2024-01-01.md',
      'result.json/Ann 2024-01-02.md',
      'result.json/Ann 2024-01-01 (2).md',
      'Ядро.md',
    ]);
  });
});

it('a folder that became a link out of the vault since it was walked is not read', async () => {
  const outside = await makeVault({ 'note.md': 'secret\n' });
  await vault.write('inside/note.md', 'own\n');
  const { notes } = await walkVault(vault.path);
  await rename(path.join(vault.path, 'inside'), path.join(vault.path, 'away'));
  await symlink(outside.path, path.join(vault.path, 'inside'));
  const read: string[] = [];
  const reasons: unknown[] = [];
  await readNotes(notes, {
    take: (_, { text }) => void read.push(text),
    end: (note, reason) => void reasons.push([note.path, reason]),
  });
  expect(read).toEqual(['Ядро мало.\n']);
  expect(reasons).toEqual([
    ['inside/note.md', 'unreadable'],
    ['Ядро.md', null],
  ]);
  await outside.delete();
});

it('a folder that cannot be listed is named among the files', async (context) => {
  if (process.getuid?.() === 0) return context.skip('root lists every folder');
  await vault.write('closed/note.md', 'x');
  await chmod(path.join(vault.path, 'closed'), 0);
  const { skipped, others } = await scanVault(vault.path);
  expect(skipped).toEqual([{ path: 'closed', reason: 'unreadable', kept: false }]);
  expect(others).toEqual([{ path: 'closed', kind: 'skipped' }]);
  await chmod(path.join(vault.path, 'closed'), 0o755);
});

describe('what would fill the memory or never end', () => {
  const read = async (chunks: AsyncIterable<Uint8Array>) => {
    const values: unknown[] = [];
    for await (const { value } of readJsonItems(chunks, ['$.*'])) values.push(value);
    return values;
  };

  it('JSON nested without end', async () => {
    const chunks = (async function* () {
      for (;;) yield Buffer.alloc(65_536, '[');
    })();
    await expect(read(chunks)).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('one value without end', async () => {
    const chunks = (async function* () {
      yield Buffer.from('["');
      for (;;) yield Buffer.alloc(1 << 20, 'a');
    })();
    await expect(read(chunks)).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('a canvas of very many cards and arrows', async () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => String(index));
    const place = { x: 0, y: 0, width: 1, height: 1 };
    const nodes = ids.map((id) => ({ id, type: 'text', text: `card ${id}`, ...place }));
    const edges = ids.map((id) => ({ fromNode: id, toNode: '0' }));
    await vault.write('huge.canvas', JSON.stringify({ nodes, edges }));
    const text = (await textsByPath())['huge.canvas'] ?? '';
    expect(text.match(/^# card /gm)).toHaveLength(ids.length);
    expect(text.match(/→ \[\[#\^0\]\]/g)).toHaveLength(ids.length);
  });

  it('a page of a PDF that unpacks to more than anybody reads', async () => {
    await vault.write('bomb.pdf', pdfOf('BT /F1 12 Tf (aaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n'.repeat(1_000_000)));
    await vault.write('fine.pdf', pdfOf('BT /F1 12 Tf (Gravity bends light) Tj ET\n'));
    const { sources, skipped } = await scanVault(vault.path);
    expect(sources.map(({ path: at }) => at)).toEqual(['fine.pdf', 'Ядро.md']);
    expect(sources[0]?.text).toContain('Gravity bends light');
    expect(skipped).toEqual([{ path: 'bomb.pdf', reason: 'too_large', kept: false }]);
  });
});

/** A PDF of one page; its readers do without a table of places. */
function pdfOf(content: string): Buffer {
  const packed = deflateSync(content);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}
