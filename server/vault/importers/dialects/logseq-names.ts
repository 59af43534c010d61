import { posix } from 'node:path';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export interface PageName {
  title: string;
  /** shown beside the title */
  aliases: string[];
  /** what links may call it beside that */
  names: string[];
}

/** A page's name by its file: `a___b` and `a%2Fb` are `a/b`, `journals/2024_03_15` is the day. */
export function pageName(path: string): PageName {
  const stem = posix.basename(path, posix.extname(path));
  const day = /(?:^|\/)journals\/(\d{4})[-_.](\d{2})[-_.](\d{2})\.[a-z]+$/i.exec(path);
  if (day) return journalName(day[1] ?? '', day[2] ?? '', day[3] ?? '');
  return { title: decode(stem.replaceAll('___', '/')), aliases: [], names: [] };
}

/** What a namespaced page is a part of, the nearest first: `a/b/c` → `a/b`, `a`. */
export function namespaces(title: string): string[] {
  const parts = title.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, parts.length - 1 - at).join('/'));
}

/** Logseq lets a person choose how a day is called, so links may call it by any of the forms it offers. */
function journalName(year: string, month: string, day: string): PageName {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const long = months[date.getUTCMonth()] ?? '';
  const short = long.slice(0, 3);
  const nth = ordinal(date.getUTCDate());
  const weekday = days[date.getUTCDay()] ?? '';
  const numbers = [
    `${day}-${month}-${year}`,
    `${day}.${month}.${year}`,
    `${month}/${day}/${year}`,
    `${year}/${month}/${day}`,
  ];
  return {
    title: `${year}-${month}-${day}`,
    aliases: [`${short} ${nth}, ${year}`],
    names: [
      `${long} ${nth}, ${year}`,
      `${nth} ${short} ${year}`,
      `${nth} ${long} ${year}`,
      ...numbers,
      ...numbers.map((number) => `${weekday.slice(0, 3)}, ${number}`),
      ...numbers.map((number) => `${weekday}, ${number}`),
      `${month}-${day}-${year}`,
      `${month}_${day}_${year}`,
      `${year}${month}${day}`,
      `${year}-${month}-${day} ${weekday}`,
      `${year}年${month}月${day}日`,
    ],
  };
}

function ordinal(day: number): string {
  const ending =
    day % 10 === 1 && day !== 11
      ? 'st'
      : day % 10 === 2 && day !== 12
        ? 'nd'
        : day % 10 === 3 && day !== 13
          ? 'rd'
          : 'th';
  return `${day}${ending}`;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
