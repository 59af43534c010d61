import { expect, test } from 'vitest';
import { findRegions, modularityOf } from './find-regions.ts';
import { joinField } from './join-field.ts';
import { freshHues } from './keep-regions.ts';
import { spacing } from './place-groups.ts';
import { settle as settleWith, type SettleInput } from './settle.ts';
import { textsIn, type WrittenNote } from './testing/texts-in.ts';

type Written = Omit<SettleInput, 'notes'> & { notes: WrittenNote[] };

const settle = (written: Written) => settleWith(written, textsIn(written.notes));

/** Clusters of eight notes that share words and link to their first; each first links to the next cluster's. */
function clustered(names: readonly string[]): Written {
  const ids = names.flatMap((name) =>
    Array.from({ length: 8 }, (_, index) => ({ name, id: `${name}${index}` })),
  );
  return {
    notes: ids.map(({ name, id }, index) => ({
      id,
      title: `${name} часть ${'абвгдежз'[index % 8]}`,
      text: `${name} и ${name}: здесь про ${name} подробно, слово${index % 8}`,
      vaultId: null,
      isPresent: true,
      folders: [],
      place: null,
    })),
    links: [
      ...ids
        .filter(({ name, id }) => id !== `${name}0`)
        .map(({ name, id }) => ({ a: id, b: `${name}0`, count: 1 })),
      ...names.slice(1).map((name, index) => ({ a: `${names[index] ?? ''}0`, b: `${name}0`, count: 1 })),
    ],
    earlier: [],
  };
}

const input = clustered(['Гроза', 'Река', 'Лес', 'Город', 'Море']);

test('the same field gives the same map, in whatever order it is read', async () => {
  const once = await settle(input);
  const again = await settle({ ...input, notes: input.notes.toReversed(), links: input.links.toReversed() });
  expect(once.regions).toHaveLength(5);
  expect(again.places).toEqual(expect.arrayContaining(once.places));
  expect(again.regions.map(({ id, name }) => ({ id, name }))).toEqual(
    once.regions.map(({ id, name }) => ({ id, name })),
  );
});

test('a region is named by what its notes share, each differently', async () => {
  const { regions } = await settle(input);
  expect(regions.map(({ name }) => name).toSorted()).toEqual(['Город', 'Гроза', 'Лес', 'Море', 'Река']);
  for (const { name, describes } of regions) expect(describes[0]?.toLowerCase()).toBe(name.toLowerCase());
});

test('no two notes overlap, and each lies nearest to its own region', async () => {
  const { regions, places } = await settle(input);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const distance = (a?: { x: number; y: number }, b?: { x: number; y: number }) =>
    Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
  for (const a of places)
    for (const b of places) if (a.id < b.id) expect(distance(a, b)).toBeGreaterThan(spacing * 0.7);
  const middles = regions.map(({ members }) => ({
    x: members.reduce((sum, id) => sum + (placeOf.get(id)?.x ?? 0), 0) / members.length,
    y: members.reduce((sum, id) => sum + (placeOf.get(id)?.y ?? 0), 0) / members.length,
  }));
  regions.forEach(({ members }, own) => {
    for (const id of members) {
      const distances = middles.map((middle) => distance(placeOf.get(id), middle));
      expect(distances.indexOf(Math.min(...distances))).toBe(own);
    }
  });
});

test('a new note leaves every old one where it was; a region keeps its id and hue while its members mostly stay', async () => {
  const first = await settle(input);
  const placeOf = new Map(first.places.map(({ id, x, y }) => [id, { x, y }]));
  const next: Written = {
    notes: [
      ...input.notes.map((note) => ({ ...note, place: placeOf.get(note.id) ?? null })),
      {
        id: 'new',
        title: 'Лес и гроза',
        text: 'Лес',
        vaultId: null,
        isPresent: true,
        folders: [],
        place: null,
      },
    ],
    links: [...input.links, { a: 'Лес0', b: 'new', count: 1 }],
    earlier: first.regions.map((region) => ({ ...region })),
  };
  const second = await settle(next);
  for (const { id, x, y } of second.places) if (id !== 'new') expect({ x, y }).toEqual(placeOf.get(id));
  expect(second.regions.map(({ id, hue }) => [id, hue])).toEqual(
    expect.arrayContaining(first.regions.map(({ id, hue }) => [id, hue])),
  );
  const forest = first.regions.find(({ name }) => name === 'Лес');
  expect(second.regions.find(({ id }) => id === forest?.id)?.members).toContain('new');
});

test('where regions no longer lie together the map is drawn anew, all but what a person holds', async () => {
  const { places } = await settle(input);
  // each place is given to a note of another region
  const placeOf = new Map(
    places.map(({ id }, at) => [id, places[(at * 8 + Math.floor(at / 5)) % places.length]] as const),
  );
  const scattered = input.notes.map((note, at) => {
    const { x = 0, y = 0 } = placeOf.get(note.id) ?? {};
    return { ...note, place: { x, y }, isPinned: at === 0 };
  });
  const again = await settle({ ...input, notes: scattered });
  const regionOf = new Map(again.regions.flatMap(({ id, members }) => members.map((note) => [note, id])));
  const spotOf = new Map(again.places.map((place) => [place.id, place]));
  const middles = again.regions.map(({ id, members }) => {
    const own = members.slice(1).flatMap((note) => spotOf.get(note) ?? []);
    const mean = (of: 'x' | 'y') => own.reduce((sum, spot) => sum + spot[of], 0) / own.length;
    return { id, x: mean('x'), y: mean('y') };
  });
  const nearest = again.places.filter(({ id, x, y }) => {
    const [first] = middles.toSorted((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
    return first?.id === regionOf.get(id);
  });
  expect(nearest.length).toBeGreaterThanOrEqual(again.places.length - 1);
  expect(spotOf.get(scattered[0]?.id ?? '')).toMatchObject(scattered[0]?.place ?? {});
});

test('a few that come to a large field join what is there: by links or by their words, and nothing else moves', async () => {
  const first = await settle(input);
  const placeOf = new Map(first.places.map(({ id, x, y }) => [id, { x, y }]));
  const came = (id: string, text: string) => ({
    id,
    title: id,
    text,
    vaultId: null,
    isPresent: true,
    folders: [],
    place: null,
  });
  const notes: WrittenNote[] = [
    ...input.notes.map((note) => ({ ...note, place: placeOf.get(note.id) ?? null })),
    came('linked', 'ничего такого'),
    came('behind', 'совсем о другом'),
    came('alike', 'Море и море: здесь про море подробно'),
    came('lone', 'qqq zzz'),
  ];
  const links = [
    ...input.links,
    { a: 'Лес3', b: 'linked', count: 1 },
    { a: 'behind', b: 'linked', count: 1 },
  ];
  const { regions, places, joined } = await joinField(
    { notes, links, earlier: first.regions },
    textsIn(notes),
  );
  for (const { id, x, y } of places) if (placeOf.has(id)) expect({ x, y }).toEqual(placeOf.get(id));
  expect(joined.toSorted()).toEqual(['alike', 'behind', 'linked']);
  const regionNamed = (name: string) => regions.find((region) => region.name === name)?.members;
  expect(regionNamed('Лес')).toEqual(expect.arrayContaining(['linked', 'behind']));
  expect(regionNamed('Море')).toContain('alike');
  expect(places).toHaveLength(notes.length);
  expect(regions.map(({ members: _members, ...rest }) => rest)).toEqual(
    first.regions.map(({ members: _members, ...rest }) => rest),
  );
});

test('what is tied to nothing is in no region, and an empty field has none', async () => {
  const lone = {
    id: 'lone',
    title: 'zzz',
    text: 'qqq',
    vaultId: null,
    isPresent: true,
    folders: [],
    place: null,
  };
  const { regions, places } = await settle({ ...input, notes: [...input.notes, lone] });
  expect(regions.flatMap(({ members }) => members)).not.toContain('lone');
  expect(places.some(({ id }) => id === 'lone')).toBe(true);
  expect(await settle({ notes: [], links: [], earlier: [] })).toEqual({
    regions: [],
    places: [],
    joined: [],
  });
  expect((await settle({ notes: [lone], links: [], earlier: [] })).places).toHaveLength(1);
});

test('groups below three join the neighbour they are tied to most; parts that do not touch are apart', () => {
  const ring = (name: string) =>
    [0, 1, 2, 3].map((index) => ({ a: `${name}${index}`, b: `${name}${(index + 1) % 4}`, weight: 1 }));
  const ties = [
    ...ring('a'),
    ...ring('b'),
    { a: 'pair0', b: 'pair1', weight: 5 },
    { a: 'pair0', b: 'a0', weight: 0.1 },
  ];
  const ids = [...new Set(ties.flatMap(({ a, b }) => [a, b]))];
  const regions = findRegions(ids, ties, { seed: 's', resolution: 1 });
  expect(regions).toEqual([
    ['a0', 'a1', 'a2', 'a3', 'pair0', 'pair1'],
    ['b0', 'b1', 'b2', 'b3'],
  ]);
});

test('another vault moves no region, whatever it says and however it is linked', async () => {
  const inVault = (vaultId: string, { notes, links }: Written): Written => ({
    notes: notes.map((note) => ({ ...note, id: `${vaultId}/${note.id}`, vaultId })),
    links: links.map(({ a, b, count }) => ({ a: `${vaultId}/${a}`, b: `${vaultId}/${b}`, count })),
    earlier: [],
  });
  const small = inVault('small', clustered(['Гроза', 'Река', 'Лес']));
  const large = inVault(
    'large',
    clustered(['Гроза', 'Река', 'Море', 'Город', 'Поле', 'Гора', 'Остров', 'Степь']),
  );
  const drafts = clustered(['Лес'])
    .notes.slice(0, 1)
    .map((note) => ({ ...note, id: 'draft' }));
  const crossing = [
    { a: 'small/Гроза0', b: 'large/Гроза0', count: 9 },
    { a: 'small/Гроза1', b: 'large/Гроза1', count: 9 },
    { a: 'draft', b: 'small/Лес1', count: 1 },
  ];
  const membersIn = async (written: Written) =>
    (await settle(written)).regions
      .map(({ members }) => members.filter((id) => id.startsWith('small')))
      .filter(({ length }) => length > 0)
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  const together: Written = {
    notes: [...large.notes, ...small.notes, ...drafts],
    links: [...large.links, ...small.links, ...crossing],
    earlier: [],
  };
  const alone = await membersIn(small);
  expect(alone).toHaveLength(3);
  expect(await membersIn(together)).toEqual(alone);
  const { regions } = await settle(together);
  expect(regions.find(({ members }) => members.includes('draft'))?.members).toContain('small/Лес1');
});

test('modularity is that of Newman: two triangles with a bridge, parted at the bridge', () => {
  const ties = ['ab', 'bc', 'ca', 'de', 'ef', 'fd', 'cd'].map(([a = '', b = '']) => ({ a, b, weight: 1 }));
  expect(modularityOf(ties, (id) => (id < 'd' ? 'one' : 'two'))).toBeCloseTo(6 / 7 - 0.5);
});

test('hues are whole, different and far apart, also for regions that come later', () => {
  const first = freshHues([], 9);
  const later = freshHues(first, 4);
  const all = [...first, ...later].toSorted((a, b) => a - b);
  const gaps = all.map((hue, index) => (all[index + 1] ?? (all[0] ?? 0) + 360) - hue);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(19);
});
