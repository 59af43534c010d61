import type { KeyboardEvent } from 'react';

/** The keys that open a menu of acts: the Menu key, and Shift+F10 where there is none. */
export function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
