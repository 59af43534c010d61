import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import seedrandom from 'seedrandom';

export interface GenerateOptions {
  folder: string;
  notes: number;
  seed: string;
}

/** Distinct words of each language. */
const vocabulary = 20_000;
/** Links a note has in the mean; whom they lead to follows a power law. */
const meanLinks = 4;
const firstDay = Date.UTC(2021, 0, 1);
const days = 1_500;

const syllables = {
  ru: 'ко ра ме то ви ла но ста пе ри го ду ши за ре ми ло ва ни ту се бо ка ли'.split(' '),
  en: 'ta re ko min sol ve na chi ro de la pu ster wo fi gen ma li tor be'.split(' '),
} as const;
type Language = keyof typeof syllables;

type Random = () => number;

/**
 * Writes a vault that nobody wrote: words by Zipf's law, lengths log-normal, links by preference, headings, tags and lists; half Russian, half English.
 * Every note's date stands in its properties. The same seed gives the same vault.
 */
export async function generateVault({ folder, notes, seed }: GenerateOptions): Promise<void> {
  const random = seedrandom(seed);
  const lexicons = { ru: lexicon('ru', random), en: lexicon('en', random) };
  const titles = Array.from({ length: notes }, (_, index) => titleOf(index, lexicons, random));
  for (let first = 0; first < notes; first += 500) {
    const batch = titles.slice(first, first + 500).map((title, offset) => {
      const index = first + offset;
      const day = new Date(firstDay + Math.floor((index / notes) * days) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      return { file: fileOf(folder, title, index), text: noteText({ index, day, titles, lexicons, random }) };
    });
    await Promise.all(batch.map(({ file }) => mkdir(path.dirname(file), { recursive: true })));
    await Promise.all(batch.map(({ file, text }) => writeFile(file, text)));
  }
}

interface Lexicons {
  ru: string[];
  en: string[];
}

function lexicon(language: Language, random: Random): string[] {
  const words = new Set<string>();
  while (words.size < vocabulary) {
    const length = 1 + Math.floor(random() * 4);
    words.add(Array.from({ length }, () => pick(syllables[language], random)).join(''));
  }
  return [...words];
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Rank r comes with frequency 1/r. */
function zipf(items: readonly string[], random: Random): string {
  return items[Math.floor(items.length ** random()) - 1] ?? items[0] ?? '';
}

function languageOf(index: number): Language {
  return index % 2 === 0 ? 'ru' : 'en';
}

function titleOf(index: number, lexicons: Lexicons, random: Random): string {
  const words = Array.from({ length: 2 }, () => pick(lexicons[languageOf(index)], random)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${index}`;
}

function fileOf(folder: string, title: string, index: number): string {
  return path.join(folder, `folder ${Math.floor(index / 200)}`, `${title}.md`);
}

interface NoteInput {
  index: number;
  day: string;
  titles: readonly string[];
  lexicons: Lexicons;
  random: Random;
}

function noteText({ index, day, titles, lexicons, random }: NoteInput): string {
  const words = lexicons[languageOf(index)];
  const sentence = () => {
    const length = 4 + Math.floor(random() * 14);
    const text = Array.from({ length }, () => zipf(words, random)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const link = () => {
    // the smaller the number, the older and the better linked
    const target = titles[Math.floor(titles.length * random() ** 3)] ?? '';
    return random() < 0.3 ? `[[${target}|${target.toLowerCase()}]]` : `[[${target}]]`;
  };
  const paragraphs = Math.max(1, Math.round(Math.exp(1.2 + 0.7 * gauss(random))));
  let left = Math.round(meanLinks * 2 * random());
  const body = Array.from({ length: paragraphs }, (_, at) => {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
      left > 0 && random() < 0.4 ? (left--, `${sentence().slice(0, -1)} ${link()}.`) : sentence(),
    );
    const heading = at > 0 && random() < 0.25 ? `## ${sentence().slice(0, -1)}\n\n` : '';
    return `${heading}${random() < 0.15 ? sentences.map((one) => `- ${one}`).join('\n') : sentences.join(' ')}`;
  });
  return `---\ndate: ${day}\ntags: [${zipf(words, random)}]\n---\n${body.join('\n\n')}\n`;
}

function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
