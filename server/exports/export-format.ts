import type { ExportedField } from './exported-field.ts';

/** A text in pieces, so that a large field never stands in memory as one string. */
export type Pieces = Iterable<string>;

export interface ExportedFile {
  /** inside the folder; `/` between parts, safe in every file system. Of a single file: '' */
  path: string;
  text: Pieces;
}

/** One way of writing a part of the field. Pure: the same field gives the same bytes. */
export interface ExportFormat {
  /** of the one file; a folder's files leave together in a zip, or as they are into a folder that a person names */
  ending: string;
  isFolder: boolean;
  /** whether texts of notes are read for it */
  needsText: boolean;
  /** only what a person here wrote or accepted, and what it links to */
  isOwnOnly?: boolean;
  files(field: ExportedField): Iterable<ExportedFile>;
}
