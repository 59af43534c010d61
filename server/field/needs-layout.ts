import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import type { FieldGraph } from './field-graph.ts';
import { onceAField } from './once-a-field.ts';

/** A field of so many root scenes is read in a moment, and settles anew after every change, in seconds. */
export const smallField = 5000;
/** A larger one once this share of its scenes has no place: until then a new one stands by its neighbours. */
const mostUnplaced = 0.01;

/** Whether regions and places are to be worked out anew after a change of the notes. */
export function needsLayout(field: FieldGraph): boolean {
  return field.scenes.length <= smallField || field.regions.length === 0 || isSettling(field);
}

/** Whether so much has no place yet that a layout is on its way. Talks wait for no layout: they get their places with the next one. */
export const isSettling = onceAField(({ scenes }) => {
  const unplaced = scenes.filter(({ x, vaultId }) => x === null && vaultId !== conversationsVaultId).length;
  return unplaced > (scenes.length <= smallField ? 0 : mostUnplaced * scenes.length);
});
