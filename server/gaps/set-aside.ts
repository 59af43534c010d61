/** A note named by a day, a week, a month or a quarter: it links whatever came up then. */
const dated = /(^|[^\d])(19|20)\d\d[-._ ]?([01]\d|w\d\d|q[1-4])([-._ ]?[0-3]\d)?([^\d]|$)/i;
/** Linked notes from which on a note can be a hub at all. */
const fewest = 12;
/** … joined to a quarter of all notes, or this many standard deviations above what notes have. */
const share = 0.25;
const deviations = 6;

/**
 * Notes that stand outside the count of gaps: hubs (indexes, tables of contents: far more neighbours than notes have) and dated notes. They join everything, and so tell nothing
 * about what is joined. `neighbours`: distinct linked notes of each, both directions.
 */
export function setAside(
  titles: readonly string[],
  neighbours: readonly { readonly size: number }[],
): boolean[] {
  const degrees = neighbours.map(({ size }) => size);
  const mean = degrees.reduce((sum, degree) => sum + degree, 0) / (degrees.length || 1);
  const variance = degrees.reduce((sum, degree) => sum + (degree - mean) ** 2, 0) / (degrees.length || 1);
  const most = Math.max(fewest, Math.min(share * degrees.length, mean + deviations * Math.sqrt(variance)));
  return titles.map((title, at) => dated.test(title) || (degrees[at] ?? 0) > most);
}
