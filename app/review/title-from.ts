/** File name without folder and ending: how a source is called. */
export function titleFrom(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');
}
