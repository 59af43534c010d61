import { onceAField } from './once-a-field.ts';

/**
 * The field by number: scene `i` is `field.scenes[i]`, link `l` is `field.links[l]`. What has to look at all of a large field does so in a few
 * milliseconds; by ids the same takes a second, in which nobody else is answered.
 */
export interface NumberedField {
  numberOf: ReadonlyMap<string, number>;
  /** the scenes that a link joins */
  from: Int32Array;
  to: Int32Array;
  /** links that a scene is an end of: those in `ends` from `starts[i]` up to `starts[i + 1]` */
  starts: Int32Array;
  ends: Int32Array;
  /** a scene's place in `field.regions`; -1: in none */
  regions: Int32Array;
  /** a scene's day as 20261130; 0: none */
  days: Int32Array;
}

export const numberedField = onceAField((field): NumberedField => {
  const { scenes, links } = field;
  const numberOf = new Map(scenes.map(({ id }, at) => [id as string, at]));
  const regionAt = new Map<string | null, number>(field.regions.map(({ id }, at) => [id, at]));
  const from = Int32Array.from(links, (link) => numberOf.get(link.from) ?? 0);
  const to = Int32Array.from(links, (link) => numberOf.get(link.to) ?? 0);
  const starts = new Int32Array(scenes.length + 1);
  for (const ends of [from, to]) for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  for (let at = 0; at < scenes.length; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const ends = new Int32Array(2 * links.length);
  const put = (scene: number, link: number) => {
    const place = next[scene] ?? 0;
    ends[place] = link;
    next[scene] = place + 1;
  };
  for (let link = 0; link < links.length; link += 1) {
    put(from[link] ?? 0, link);
    put(to[link] ?? 0, link);
  }
  return {
    numberOf,
    from,
    to,
    starts,
    ends,
    regions: Int32Array.from(scenes, ({ regionId }) => regionAt.get(regionId) ?? -1),
    days: Int32Array.from(scenes, ({ at }) => (at === null ? 0 : dayNumber(at))),
  };
});

/** Of `2026-11-30`, with a time after it or none, 20261130. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 10).replaceAll('-', '')) || 0;
}

/** Calls back with each link of a scene and the scene at its other end. */
export function eachLink(
  { from, to, starts, ends }: NumberedField,
  scene: number,
  visit: (other: number, link: number) => void,
): void {
  for (let place = starts[scene] ?? 0; place < (starts[scene + 1] ?? 0); place += 1) {
    const link = ends[place] ?? 0;
    const start = from[link] ?? 0;
    visit(start === scene ? (to[link] ?? 0) : start, link);
  }
}
