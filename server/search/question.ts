/** What a person asks for: words, and what the found must be. */
export interface Question {
  /** the words without operators: for word forms, likeness of meaning and lighting */
  text: string;
  /** each must stand there as it is, in any word form */
  phrases: string[];
  /** none of these words, in any form */
  without: string[];
  filters: Filters;
}

/** Null or empty: any. Words are in lower case. */
export interface Filters {
  /** part of the file's path */
  path: string | null;
  /** all of them, each with what is below it */
  tags: string[];
  kind: 'note' | 'section' | 'turn' | 'draft' | null;
  /** part of a speaker's name, or `person`, `model` */
  speaker: string | null;
  /** ISO dates: strictly before, from on */
  before: string | null;
  after: string | null;
  /** part of a region's name */
  region: string | null;
}

type Operator = keyof Omit<Filters, 'tags'> | 'tag';

/** Russian and English names alike. */
const operators: Readonly<Record<string, Operator>> = {
  path: 'path',
  путь: 'path',
  tag: 'tag',
  тег: 'tag',
  kind: 'kind',
  вид: 'kind',
  speaker: 'speaker',
  кто: 'speaker',
  before: 'before',
  до: 'before',
  after: 'after',
  после: 'after',
  region: 'region',
  область: 'region',
};

const kinds: Readonly<Record<string, Filters['kind']>> = {
  note: 'note',
  заметка: 'note',
  section: 'section',
  раздел: 'section',
  turn: 'turn',
  реплика: 'turn',
  draft: 'draft',
  черновик: 'draft',
};

const roles: Readonly<Record<string, string>> = { человек: 'person', модель: 'model' };

const token = /(?<not>-)?(?:(?<name>\p{L}+):)?(?:"(?<quoted>[^"]*)"|(?<bare>\S+))/gu;

/**
 * Reads `words "a phrase" -word path:… tag:… kind:… speaker:… before:… after:… region:…`. What is no operator of ours, or has a value that
 * it cannot have, is words. Never fails.
 */
export function readQuestion(asked: string): Question {
  const question: Question = { text: '', phrases: [], without: [], filters: anything() };
  const words: string[] = [];
  for (const { 0: whole, groups } of asked.normalize('NFC').matchAll(token)) {
    const { not, name = '', quoted, bare = '' } = groups ?? {};
    const value = (quoted ?? bare).trim();
    if (name !== '' && not === undefined && take(question.filters, name.toLowerCase(), value)) continue;
    if (name !== '') words.push(whole);
    else if (not !== undefined) question.without.push(value);
    else if (quoted === undefined) words.push(value);
    else if (value !== '') {
      question.phrases.push(value);
      words.push(value);
    }
  }
  return {
    ...question,
    text: words.join(' ').trim(),
    without: question.without.filter((word) => word !== ''),
  };
}

export function anything(): Filters {
  return {
    path: null,
    tags: [],
    kind: null,
    speaker: null,
    before: null,
    after: null,
    region: null,
  };
}

export function isFiltered({ tags, ...others }: Filters): boolean {
  return tags.length > 0 || Object.values(others).some((value) => value !== null);
}

function take(filters: Filters, name: string, value: string): boolean {
  const operator = operators[name];
  if (operator === undefined || value === '') return false;
  const lower = value.toLowerCase();
  switch (operator) {
    case 'tag':
      filters.tags.push(lower.replace(/^#/, ''));
      return true;
    case 'kind': {
      const kind = kinds[lower];
      if (kind === undefined) return false;
      filters.kind = kind;
      return true;
    }
    case 'before':
    case 'after': {
      const date = dateOf(value);
      if (date === null) return false;
      filters[operator] = date;
      return true;
    }
    case 'speaker':
      filters.speaker = roles[lower] ?? lower;
      return true;
    case 'path':
    case 'region':
      filters[operator] = lower;
      return true;
  }
}

/** `2024`, `2024-03`, `2024-03-15`, `15.03.2024` → the day's beginning. */
function dateOf(value: string): string | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const [year, month = '01', day = '01'] = dotted
    ? [dotted[3], dotted[2]?.padStart(2, '0'), dotted[1]?.padStart(2, '0')]
    : (/^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value)?.slice(1) ?? []);
  if (year === undefined) return null;
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
