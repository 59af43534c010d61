import { preload } from 'react-dom';

export const url = '/api/trpc';

/** Questions that are asked alone, at an address that the server's rendering can tell. */
export const askedAlone: ReadonlySet<string> = new Set(['field.view']);

/** While the page is rendered on the server: has the browser ask along with the scripts, so that the answer is there when they are. */
export function askEarly(path: string, input: unknown): void {
  if (typeof window !== 'undefined') return;
  const address = `${url}/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  preload(address, { as: 'fetch', crossOrigin: 'anonymous' });
}
