import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Step } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { matchZones } from './five-zones.ts';
import { findMatrixNotes, listZones } from './zones.cypher.ts';

export const KeptZone = z.object({ id: z.string(), name: z.string(), sceneIds: z.array(z.string()) });
export type KeptZone = z.infer<typeof KeptZone>;

const Section = z.object({ id: z.string(), title: z.string() });

/** A zone is a `View` that a person holds: made and removed by steps of the change log, so that undo takes it back. */
export async function readZones(graph: Graph, vaultId?: string): Promise<KeptZone[]> {
  return graph.read((tx) => readAll(tx, vaultId));
}

/** Names a set of scenes; a name that is there already gets the new scenes. Returns the change's number. */
export function keepZone(graph: Graph, zone: { name: string; sceneIds: string[] }): Promise<number> {
  return graph.write(async (tx) => {
    const same = (await readAll(tx)).find(({ name }) => name.toLowerCase() === zone.name.toLowerCase());
    const step: Step = same
      ? { type: 'set', node: { label: 'View', id: same.id }, after: { sceneIds: zone.sceneIds } }
      : hold(zone, 0);
    return commitChange(tx, { kind: 'edit', values: { act: 'zone', title: zone.name }, steps: [step] });
  });
}

/** @throws AppError not_found */
export function removeZone(graph: Graph, id: string): Promise<number> {
  return graph.write(async (tx) => {
    const zone = (await readAll(tx)).find((one) => one.id === id);
    if (zone === undefined) throw new AppError('not_found', { values: { id } });
    const step: Step = { type: 'release_node', node: { label: 'View', id }, holder: 'person' };
    return commitChange(tx, { kind: 'edit', values: { act: 'unzone', title: zone.name }, steps: [step] });
  });
}

interface Offered {
  /** of their names */
  language: 'ru' | 'en';
  /** asked for by a note of this vault; default any */
  vaultId?: string | undefined;
}

/** The shipped zones that a note of the field asks for and that are not there yet. */
export async function offeredZones(
  graph: Graph,
  { language, vaultId }: Offered,
): Promise<{ name: string; sceneIds: string[] }[]> {
  return graph.read(async (tx) => {
    const sections = z.array(Section).parse(await tx.run(findMatrixNotes, { vaultId: vaultId ?? null }));
    if (sections.length === 0) return [];
    const known = new Set((await readAll(tx)).map(({ name }) => name));
    return matchZones(sections)
      .filter(({ zone }) => !known.has(zone.name.ru) && !known.has(zone.name.en))
      .map(({ zone, sceneIds }) => ({ name: zone.name[language], sceneIds }));
  });
}

/** Keeps all that is offered as one change. @throws AppError not_found where nothing is offered */
export async function keepOffered(graph: Graph, asked: Offered): Promise<number> {
  const zones = await offeredZones(graph, asked);
  if (zones.length === 0) throw new AppError('not_found', { values: { id: 'zones' } });
  const title = zones.map(({ name }) => name).join(', ');
  return graph.write((tx) =>
    commitChange(tx, { kind: 'edit', values: { act: 'zone', title }, steps: zones.map(hold) }),
  );
}

function hold({ name, sceneIds }: { name: string; sceneIds: string[] }, order: number): Step {
  const node = { label: 'View' as const, id: randomUUID() };
  return { type: 'hold_node', node, props: { kind: 'zone', name, sceneIds, order }, holder: 'person' };
}

async function readAll(tx: Tx, vaultId?: string): Promise<KeptZone[]> {
  return z.array(KeptZone).parse(await tx.run(listZones, { vaultId: vaultId ?? null }));
}
