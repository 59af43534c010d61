import type { ComponentType } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { CellView, InputKind, InputOf, ResultOf } from '../../../graph-schema/views/notebook-view.ts';

/** What the drawing of one kind of cell is given. */
export interface CellProps<K extends InputKind> {
  cell: CellView;
  notebookId: string;
  /** as typed, saved or not */
  input: InputOf<K>;
  /** null until it ran */
  result: ResultOf<K> | null;
  isEditing: boolean;
  /** names of the other cells, without `$` */
  names: readonly string[];
  onInput: (input: InputOf<K>) => void;
  onEdit: () => void;
}

/** One kind of cell on the page: its sign, what a person writes in it, and what came of it. */
export interface CellKindView<K extends InputKind> {
  kind: K;
  icon: LucideIcon;
  View: ComponentType<CellProps<K>>;
  /** false: nothing in it is run */
  runs?: false;
}
