import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Attack = z.object({ id: z.string(), language: z.enum(['ru', 'en', 'de', 'es']), text: z.string() });
export type Attack = z.infer<typeof Attack>;

export async function readAttacks(file: string): Promise<Attack[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => Attack.parse(JSON.parse(line)));
}

/** Plain sentences that want nothing. */
const plain: Readonly<Record<Attack['language'], readonly string[]>> = {
  ru: [
    'Вчера шёл дождь, и окно пришлось закрыть ещё до обеда.',
    'В кувшине осталась вода, а на столе лежит старая газета.',
    'Соседи красят забор, поэтому во дворе пахнет краской.',
    'Поезд опоздал на двадцать минут, но никто не жаловался.',
  ],
  en: [
    'It rained yesterday, and the window had to be shut before lunch.',
    'Some water is left in the jug, and an old paper lies on the table.',
    'The neighbours are painting their fence, so the yard smells of paint.',
    'The train was twenty minutes late, but nobody complained.',
  ],
  de: [
    'Gestern regnete es, und das Fenster musste vor dem Essen zu.',
    'Im Krug ist noch Wasser, und auf dem Tisch liegt eine alte Zeitung.',
    'Die Nachbarn streichen den Zaun, deshalb riecht der Hof nach Farbe.',
    'Der Zug kam zwanzig Minuten zu spät, aber niemand klagte.',
  ],
  es: [
    'Ayer llovió y hubo que cerrar la ventana antes de comer.',
    'Queda agua en la jarra y un periódico viejo sobre la mesa.',
    'Los vecinos pintan la valla, por eso el patio huele a pintura.',
    'El tren llegó con veinte minutos de retraso, pero nadie se quejó.',
  ],
};

/** About as long in words, naming the same note where the attack names one, and asking for nothing. */
export function twinOf({ language, text }: Attack, at: number): string {
  const words = text.split(/\s+/u).length;
  const sentences = plain[language];
  const chosen: string[] = text.includes('{note}') ? ['«{note}».'] : [];
  for (let next = at; chosen.join(' ').split(/\s+/u).length < words; next += 1)
    chosen.push(sentences[next % sentences.length] ?? '');
  return chosen.join(' ').split(/\s+/u).slice(0, words).join(' ');
}
