import type { ExportedField, ExportedLink, ExportedScene } from '../exported-field.ts';

/** What titles, names and quotes may hold at worst. */
export const nastyTitles = [
  'я'.repeat(5000),
  'שלום עולם \u202Eمرحبا\u202C',
  '🧑‍🚀 🪐 é ё',
  '<script>alert("x")</script><!-- ]]> --> </script>',
  `"quotes" 'and' «ёлочки» \`ticks\` \\ \\u0027 \\\\u0027 '); MATCH (n) DETACH DELETE n; //`,
  'two\nlines\r\nand\ta tab',
  'control \u0000\u0001\u0008\u000b\u001f\u007f\ufffe signs',
  '=HYPERLINK("http://example.org")',
  '[[a|b]] #tag ^block %%x%% ../../etc/passwd',
  '   ',
  'CON',
  '.hidden.',
] as const;

const region = { id: 'r"1', name: nastyTitles[3], hue: 140, describes: ['<b>', 'a,b'] };

function scene(index: number, more: Partial<ExportedScene> = {}): ExportedScene {
  const title = nastyTitles[index] ?? '';
  return {
    id: `id ${index} <&"`,
    title,
    kind: 'note',
    state: 'present',
    origin: 'vault',
    aliases: [title.slice(0, 40), 'b;c'],
    concepts: ['идея', title.slice(0, 40)],
    speakers: [],
    vault: 'Хранилище "1"',
    path: `folder/note ${index}.md`,
    regionId: region.id,
    x: index * 37.5,
    y: 5 - index * 11,
    degree: index,
    at: null,
    text: `# Note ${index}\n\n${title}\n`,
    isOwn: false,
    ...more,
  };
}

/** Every nasty title on a scene of a file, on a written one and in a quote; links of two kinds between the same two. */
export function nastyField(): ExportedField {
  const filed = nastyTitles.map((_, index) => scene(index));
  const written = nastyTitles.map((_, index) =>
    scene(index, {
      id: `own-${index}`,
      kind: 'written',
      origin: 'person',
      vault: null,
      path: null,
      at: null,
      isOwn: true,
    }),
  );
  const missing = scene(2, {
    id: 'missing',
    state: 'missing',
    path: null,
    at: null,
    vault: null,
    text: null,
    regionId: null,
  });
  const links = nastyTitles.flatMap((text, index): ExportedLink[] => [
    {
      from: `id ${index} <&"`,
      to: `own-${index}`,
      kind: 'leads_to',
      origins: ['model'],
      count: 1,
      isOwn: true,
      evidence: [{ sceneId: `own-${index}`, text }],
    },
    {
      from: `id ${index} <&"`,
      to: `own-${index}`,
      kind: 'links_to',
      origins: ['vault', 'person'],
      count: 3,
      isOwn: false,
      evidence: [],
    },
  ]);
  return {
    title: nastyTitles[3],
    language: 'ru',
    scenes: [...filed, ...written, missing],
    links,
    regions: [region],
    otherNotes: ['elsewhere/CON.md'],
  };
}
