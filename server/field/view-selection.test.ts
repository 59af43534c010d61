import { expect, test } from 'vitest';
import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import { fieldOf } from './testing/field-of.ts';
import { chooseScenes, type ViewSelection } from './view-selection.ts';

const field = fieldOf('a-b t-b u-c', {
  vaults: { a: 'v', t: conversationsVaultId, u: conversationsVaultId },
});
const chosen = (selection: Partial<ViewSelection>) =>
  chooseScenes(field, { zoom: 'all', ...selection }).map(({ id }) => id);

test('talks show in their own vault and around what they cite, not among all', () => {
  expect(chosen({})).toEqual(['a', 'b', 'c']);
  expect(chosen({ vaultId: conversationsVaultId })).toEqual(['b', 't', 'u', 'c']);
  expect(chosen({ around: 'b', depth: 1 })).toEqual(['a', 'b', 't']);
});
