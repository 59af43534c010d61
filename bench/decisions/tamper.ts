import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Step = [name: string, change: () => Promise<void>];

/** What happens to a vault over the years, on the notes that decisions stand on: by tens, each note once. */
export function tamper(folder: string, notes: readonly string[]): Step[] {
  const share = Math.floor(notes.length / 5);
  const part = (index: number) => notes.slice(index * share, (index + 1) * share);
  const file = (note: string) => path.join(folder, note);
  const deleted = new Map<string, string>();
  return [
    ['edited', () => each(part(0), (note) => appendFile(file(note), '\n\nOne more thought.\n'))],
    ['renamed', () => each(part(1), (note) => rename(file(note), file(note.replace(/\.md$/, ' (new).md'))))],
    [
      'moved',
      async () => {
        await mkdir(path.join(folder, 'moved'), { recursive: true });
        await each(part(2), (note) => rename(file(note), path.join(folder, 'moved', path.basename(note))));
      },
    ],
    [
      'split',
      () =>
        each(part(3), async (note) => {
          const text = await readFile(file(note), 'utf8');
          const cut = text.indexOf('\n', Math.floor(text.length * 0.7)) + 1;
          if (cut === 0) return;
          await writeFile(file(note), text.slice(0, cut));
          await writeFile(file(note.replace(/\.md$/, ' (rest).md')), text.slice(cut));
        }),
    ],
    [
      'deleted',
      () =>
        each(part(4), async (note) => {
          deleted.set(note, await readFile(file(note), 'utf8'));
          await rm(file(note));
        }),
    ],
    ['restored', () => each([...deleted.keys()], (note) => writeFile(file(note), deleted.get(note) ?? ''))],
    ['read again', () => Promise.resolve()],
  ];
}

async function each(notes: readonly string[], change: (note: string) => Promise<void>): Promise<void> {
  for (const note of notes) await change(note);
}
