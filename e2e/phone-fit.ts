import { expect, type Page } from '@playwright/test';

/** The document does not scroll sideways, and every control in sight is whole: none hangs over the screen's side or what clips it. */
export async function expectFits(page: Page, what: string): Promise<void> {
  expect.soft(await page.evaluate(findWhatHangsOver), `what does not fit: ${what}`).toEqual([]);
}

/** Runs in the page. */
function findWhatHangsOver(): string[] {
  const slack = 1;
  const width = document.documentElement.clientWidth;
  const controls = 'button, a[href], input, select, textarea, summary, [role], [tabindex]';
  const faults: string[] = [];
  if (document.documentElement.scrollWidth > width + slack)
    faults.push(`the document is ${document.documentElement.scrollWidth} wide`);
  for (const control of document.querySelectorAll<HTMLElement>(controls)) {
    const box = control.getBoundingClientRect();
    const isHidden =
      box.width <= slack ||
      box.height <= slack ||
      control.closest('[inert], [aria-hidden="true"]') !== null ||
      !control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (isHidden || !isInteractive(control) || isSkipLink(control)) continue;
    const cut = cutBy(control, box);
    if (cut !== null) faults.push(`${nameOf(control)} is cut off by ${cut}`);
  }
  return faults;

  function isInteractive(control: HTMLElement): boolean {
    const role = control.getAttribute('role');
    return (
      role === null || /^(button|link|tab|radio|checkbox|option|menuitem|switch|textbox|combobox)/.test(role)
    );
  }

  /** Stands above the screen until the keyboard comes to it. */
  function isSkipLink(control: HTMLElement): boolean {
    return control instanceof HTMLAnchorElement && control.getAttribute('href') === '#place';
  }

  /** Who clips a part of the control; what scrolls on an axis brings the rest into sight on it. */
  function cutBy(control: HTMLElement, box: DOMRect): string | null {
    let [isSeenAcross, isSeenDown] = [false, false];
    let inner: Element = control;
    for (let outer = control.parentElement; outer !== null; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      const edge = outer.getBoundingClientRect();
      if (getComputedStyle(inner).position === 'fixed') break;
      if (/auto|scroll/.test(style.overflowX) && outer.scrollWidth > outer.clientWidth) isSeenAcross = true;
      if (/auto|scroll/.test(style.overflowY)) isSeenDown = true;
      const hangsAcross = box.left < edge.left - slack || box.right > edge.right + slack;
      const hangsDown = box.top < edge.top - slack || box.bottom > edge.bottom + slack;
      if (!isSeenAcross && style.overflowX !== 'visible' && hangsAcross) return nameOf(outer);
      if (!isSeenDown && style.overflowY !== 'visible' && hangsDown && outer !== document.body)
        return nameOf(outer);
      inner = outer;
    }
    const hangsOver = box.left < -slack || box.right > width + slack;
    return !isSeenAcross && hangsOver ? 'the side of the screen' : null;
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.className} “${words}”`;
  }
}
