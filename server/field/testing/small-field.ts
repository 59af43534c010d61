import type { Graph } from '../../graph/graph.ts';
import { writeSmallField } from './small-field.cypher.ts';

const themes = [
  {
    name: 'Сад',
    titles: [
      'Сад и почва',
      'Полив сада',
      'Яблони в саду',
      'Компост для сада',
      'Обрезка яблонь',
      'Садовые дорожки',
    ],
    text: 'В саду растут яблони: почва, полив и компост решают, каким будет урожай. Обрезка яблонь идёт весной.',
  },
  {
    name: 'Оркестр',
    titles: [
      'Оркестр и дирижёр',
      'Скрипки оркестра',
      'Партитура',
      'Репетиция оркестра',
      'Духовые в оркестре',
      'Дирижёр',
    ],
    text: 'Дирижёр ведёт оркестр по партитуре: скрипки и духовые слышат его жест. Репетиция собирает звук оркестра.',
  },
  {
    name: 'Graph',
    titles: [
      'Graph database',
      'Query planner',
      'Index of a graph',
      'Graph traversal',
      'Transactions',
      'Graph schema',
    ],
    text: 'A graph database keeps nodes and edges; the query planner picks an index before a traversal of the graph begins.',
  },
];

/** Three themes of six notes, each note linked to the first of its theme, two links across, one missing scene, one lone note. */
export async function writeField(graph: Graph, options: { without?: readonly string[] } = {}): Promise<void> {
  const notes = themes.flatMap(({ name, titles, text }) =>
    titles.map((title, index) => ({
      id: `${name}${index}`,
      title,
      text: `${title}. ${text}`,
      path: `${name}/${title}.md`,
    })),
  );
  notes.push({ id: 'lone', title: 'Zyxwv', text: 'Qwrtp lkjhg.', path: 'Zyxwv.md' });
  const kept = notes.filter(({ id }) => !options.without?.includes(id));
  const within = themes.flatMap(({ name, titles }) =>
    titles.slice(1).map((_, index) => ({ from: `${name}${index + 1}`, to: `${name}0`, text: 'см.' })),
  );
  const across = [
    { from: 'Сад1', to: 'Оркестр2', text: 'полив' },
    { from: 'Оркестр3', to: 'missing', text: 'Тишина нужна оркестру' },
    { from: 'Сад0', to: 'missing', text: 'Тишина в саду' },
  ];
  await graph.write((tx) =>
    tx.run(writeSmallField, {
      notes: kept.map((note) => ({ ...note, length: note.text.length })),
      links: [...within, ...across].map((link) => ({
        ...link,
        id: `${link.from}>${link.to}`,
        length: link.text.length,
      })),
    }),
  );
}
