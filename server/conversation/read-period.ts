/** From `after` on, strictly before `before`; ISO, as dates of notes are. */
export interface Period {
  after: string;
  before: string;
}

const months: readonly RegExp[] = [
  /январ[ьяе]|january/u,
  /феврал[ьяе]|february/u,
  /март[ае]?(?!\p{L})|march/u,
  /апрел[ьяе]|april/u,
  /ма[йяе](?!\p{L})|may(?= \d{4})/u,
  /июн[ьяе]|june/u,
  /июл[ьяе]|july/u,
  /август[ае]?(?!\p{L})|august/u,
  /сентябр[ьяе]|september/u,
  /октябр[ьяе]|october/u,
  /ноябр[ьяе]|november/u,
  /декабр[ьяе]|december/u,
];

const day = 86_400_000;

/** The time that a question names: a year, a month of a year, or «вчера», “last week” and the like; null where it names none. */
export function readPeriod(question: string, now: Date): Period | null {
  const text = question.toLowerCase();
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const weekday = (now.getUTCDay() + 6) % 7;
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const named: [RegExp, number, number][] = [
    [/(?<!\p{L})сегодня|\btoday\b/u, today, today + day],
    [/(?<!\p{L})вчера(?!\p{L})|\byesterday\b/u, today - day, today],
    [/на этой неделе|this week/u, today - weekday * day, today + day],
    [/на прошлой неделе|last week/u, today - (weekday + 7) * day, today - weekday * day],
    [/в этом месяце|this month/u, Date.UTC(year, month), today + day],
    [/в прошлом месяце|last month/u, Date.UTC(year, month - 1), Date.UTC(year, month)],
    [/в этом году|this year/u, Date.UTC(year, 0), today + day],
    [/в прошлом году|last year/u, Date.UTC(year - 1, 0), Date.UTC(year, 0)],
  ];
  const relative = named.find(([words]) => words.test(text));
  if (relative) return periodOf(relative[1], relative[2]);
  const inYear = Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text)?.[0] ?? Number.NaN);
  if (Number.isNaN(inYear)) return null;
  const inMonth = months.findIndex((words) => words.test(text));
  return inMonth < 0
    ? periodOf(Date.UTC(inYear, 0), Date.UTC(inYear + 1, 0))
    : periodOf(Date.UTC(inYear, inMonth), Date.UTC(inYear, inMonth + 1));
}

export function isWithin({ after, before }: Period, at: string | null): boolean {
  return at !== null && at >= after && at < before;
}

function periodOf(after: number, before: number): Period {
  return { after: new Date(after).toISOString(), before: new Date(before).toISOString() };
}
