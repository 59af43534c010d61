import { z } from 'zod';

/** A scene as one value of a table. */
export const SceneRef = z.object({ sceneId: z.string(), title: z.string() });
export type SceneRef = z.infer<typeof SceneRef>;

export const TableValue = z.union([z.string(), z.number(), z.boolean(), z.null(), SceneRef]);
export type TableValue = z.infer<typeof TableValue>;

/** What a cell comes to, for people and for the cells that use it: rows as wide as `columns`. */
export const Table = z.object({ columns: z.array(z.string()), rows: z.array(z.array(TableValue)) });
export type Table = z.infer<typeof Table>;

/** The first rows of a table; `total`: how many there are, `isCut`: there would have been more than are kept. */
export const TablePart = Table.extend({ total: z.int(), isCut: z.boolean().default(false) });
export type TablePart = z.infer<typeof TablePart>;
