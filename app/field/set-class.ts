import type { CollectionReturnValue, SingularElementArgument } from 'cytoscape';

/**
 * Gives a class to those that should have it and takes it from those that should not. Cytoscape styles anew whatever a class is set on, changed or not,
 * and a field has many elements, so those that stay as they are are left alone.
 */
export function setClass(
  elements: CollectionReturnValue,
  name: string,
  isWanted: (element: SingularElementArgument) => boolean,
): void {
  elements.filter((element) => !element.hasClass(name) && isWanted(element)).addClass(name);
  elements.filter((element) => element.hasClass(name) && !isWanted(element)).removeClass(name);
}
