/** As a `ref`: what a dialog begins with has the keyboard once it stands. A module's own function, so that it runs once. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
