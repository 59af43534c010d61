import { ConversationInput } from '../../../graph-schema/views/cells/conversation.ts';
import type { CellKind } from './cell-kind.ts';

/** A talk with the field. What is asked in it is answered there, not by running the cell. */
export const conversation: CellKind<'conversation'> = {
  kind: 'conversation',
  schema: ConversationInput,
  inputs: [],
  words: null,
  uses: () => [],
  run: null,
};
