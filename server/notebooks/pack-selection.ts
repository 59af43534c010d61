import type { ResultOf } from '../../graph-schema/views/notebook-view.ts';

/** What a pack takes along. */
export type PackSelection = ResultOf<'pack'>['selection'];
