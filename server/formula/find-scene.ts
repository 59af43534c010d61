import { z } from 'zod';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { Graph } from '../graph/graph.ts';
import { suggest } from '../search/suggest.ts';
import { findByTitle } from '../vault/read-scene.ts';
import { findSection, readScene } from './formula.cypher.ts';
import type { Missing } from './formula-protocol.ts';

const Scene = z.object({
  id: z.string(),
  rootId: z.string(),
  title: z.string(),
  kind: z.string(),
  formula: z.string().nullable(),
});
export type NamedScene = z.infer<typeof Scene>;

const Candidates = z.array(z.object({ id: z.string(), title: z.string(), path: z.string().nullable() }));
const shown = 5;

/** The scene that `[[name]]` means, read as a link is: `folder/Note`, `Note#Heading`, `Note|shown otherwise`. */
export async function findScene(graph: Graph, name: string): Promise<NamedScene | Missing> {
  const [target = ''] = name.split('|');
  const [title = '', ...headings] = target.split('#').map((part) => part.trim());
  const note = await findNote(graph, title);
  if (typeof note !== 'string') return note;
  let id = note;
  for (const heading of headings) {
    const asked = { id, heading: heading.toLowerCase() };
    const [row] = await graph.read((tx) => tx.run(findSection, asked));
    if (!row) return { code: 'scene_missing', values: { name: target, nearest: '' } };
    id = String(row['id']);
  }
  return sceneById(graph, id);
}

/** @throws AppError not_found */
export async function sceneById(graph: Graph, id: string): Promise<NamedScene> {
  const [row] = await graph.read((tx) => tx.run(readScene, { id }));
  if (!row) throw new AppError('not_found', { values: { id } });
  return Scene.parse(row);
}

async function findNote(graph: Graph, title: string): Promise<string | Missing> {
  try {
    return await findByTitle(graph, title);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'ambiguous_title') return chooseByPath(title, error.values['candidates']);
    if (error.code !== 'not_found') throw error;
    const [nearest] = await suggest({ graph }, { text: title, limit: 1 });
    return { code: 'scene_missing', values: { name: title, nearest: nearest?.title ?? '' } };
  }
}

/** Several have the title: the one whose path ends as it was written. */
function chooseByPath(title: string, told: unknown): string | Missing {
  const candidates = Candidates.parse(JSON.parse(String(told)));
  const pathOf = ({ path }: (typeof candidates)[number]) => (path ?? '').replace(/\.\w+$/, '');
  const meant = candidates.filter((each) =>
    `/${pathOf(each)}`.toLowerCase().endsWith(`/${title.toLowerCase()}`),
  );
  const [only, ...more] = title.includes('/') ? meant : [];
  if (only && more.length === 0) return only.id;
  const named = candidates.slice(0, shown).map((each) => `[[${pathOf(each) || each.title}]]`);
  return { code: 'scene_ambiguous', values: { name: title, candidates: named.join(', ') } };
}
