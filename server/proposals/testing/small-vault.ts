import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Twelve notes with a plain gap: Kiln names Glaze and is not linked to it; three notes call for Ash, which nobody wrote. */
const notes: Record<string, string> = {
  'Clay.md': '# Clay\n\nClay is dug from a river bank. It is wedged before it goes on the [[Wheel]].\n',
  'Wheel.md':
    '# Wheel\n\nThe wheel turns while the hands stay still. A bowl from the wheel dries before the [[Kiln]].\n',
  'Kiln.md':
    '# Kiln\n\nThe kiln is heated slowly. High heat leads to glaze melting into glass. Its walls keep the heat for a day.\n',
  'Glaze.md':
    '# Glaze\n\nGlaze is a thin layer of glass on a pot. Before the kiln the glaze is a dull powder. It is mixed from [[Ash]] and [[Clay]].\n',
  'Bowl.md':
    '# Bowl\n\nA bowl is thrown on the [[Wheel]], dried, covered with [[Glaze]] and fired in the [[Kiln]].\n',
  'Cup.md':
    '# Cup\n\nA cup is a small bowl with a handle. It is covered with [[Glaze]] and fired in the [[Kiln]] twice.\n',
  'Plate.md':
    '# Plate\n\nA plate warps easily. Dry it slowly, cover it with [[Glaze]], then use the [[Kiln]].\n',
  'River.md': '# River\n\nThe river brings [[Clay]] every spring. Wood from its banks gives [[Ash]].\n',
  'Wood.md': '# Wood\n\nDry wood heats the [[Kiln]] well. What is left of it is [[Ash]].\n',
  'Market.md':
    '# Market\n\nOn the market a [[Bowl]] sells better than a [[Cup]]. A [[Plate]] hardly sells.\n',
  'Заметка.md': '# Заметка\n\nЧаша стоит на полке. Полка сделана из дуба.\n',
  'Полка.md': '# Полка\n\nПолка держит посуду. На ней стоит чаша.\n',
};

export interface SmallVault {
  dir: string;
  write(name: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makeSmallVault(): Promise<SmallVault> {
  const dir = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-proposals-')), 'pots');
  await mkdir(dir);
  const write = (name: string, text: string) => writeFile(path.join(dir, name), text);
  for (const [name, text] of Object.entries(notes)) await write(name, text);
  return { dir, write, remove: () => rm(path.dirname(dir), { recursive: true }) };
}
