const dayMs = 86_400_000;

export function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** So many days before a day. */
export function daysBefore(day: string, days: number): string {
  return dayText(Date.parse(day) - days * dayMs);
}

export function today(): string {
  return dayText(Date.now());
}

/** The day at a share (0–1) of the way from the first to the last. */
export function dayAt(first: string, last: string, share: number): string {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return dayText(from + Math.round(((to - from) * share) / dayMs) * dayMs);
}

/** How far a day lies between the first and the last, 0–1. */
export function shareOf(first: string, last: string, day: string): number {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return to > from ? Math.min(1, Math.max(0, (Date.parse(day) - from) / (to - from))) : 1;
}
