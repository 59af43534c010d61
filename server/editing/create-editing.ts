import type {
  Edited,
  EditedScene,
  EditView,
  LinkInput,
  MergePreview,
} from '../../graph-schema/views/edit-view.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { drawLinks, removeLink } from './draw-links.ts';
import { type MergeInput, mergeScenes, previewMerge } from './merge-scenes.ts';
import { viewForEdit } from './own-scene.ts';
import { type PinInput, pinScenes } from './pin-scenes.ts';
import { removeScene } from './remove-scene.ts';
import { splitScene, type SplitInput } from './split-scene.ts';
import { rewriteScene, type RewriteInput, writeScene, type WriteInput } from './write-scene.ts';

/** Acts of a person on the field. Each says in its own file what it throws. */
export interface Editing {
  read(id: string): Promise<EditView>;
  draw(links: readonly LinkInput[]): Promise<Edited>;
  removeLink(id: string): Promise<Edited>;
  write(input: WriteInput): Promise<EditedScene>;
  rewrite(input: RewriteInput): Promise<EditedScene>;
  remove(id: string): Promise<Edited>;
  previewMerge(input: MergeInput): Promise<MergePreview>;
  merge(input: MergeInput): Promise<Edited>;
  split(input: SplitInput): Promise<EditedScene>;
  pin(pins: readonly PinInput[]): Promise<Edited>;
}

interface EditingDeps {
  graph: Graph;
  events: FieldEvents;
  /** after words changed: what quotes them and what they mean are looked at anew */
  onWords(): Promise<void>;
}

/** Every window hears of each act. */
export function createEditing({ graph, events, onWords }: EditingDeps): Editing {
  const told = async <T extends Edited>(work: Promise<T>): Promise<T> => {
    const done = await work;
    if (done.number === null) return done;
    events.publish({ type: 'change', number: done.number, kind: 'edit' });
    events.publish({ type: 'field' });
    return done;
  };
  const worded = async <T extends Edited>(work: Promise<T>): Promise<T> => {
    const done = await told(work);
    if (done.number !== null) await onWords();
    return done;
  };
  return {
    read: (id) => viewForEdit(graph, id),
    draw: (links) => told(drawLinks(graph, links)),
    removeLink: (id) => told(removeLink(graph, id)),
    write: (input) => worded(writeScene(graph, input)),
    rewrite: (input) => worded(rewriteScene(graph, input)),
    remove: (id) => worded(removeScene(graph, id)),
    previewMerge: (input) => previewMerge(graph, input),
    merge: (input) => worded(mergeScenes(graph, input)),
    split: (input) => worded(splitScene(graph, input)),
    pin: (pins) => told(pinScenes(graph, pins)),
  };
}
