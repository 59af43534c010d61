/** `qwen2.5-coder-1.5b` → `Qwen 1.5B`; a file by path keeps its own name. */
export function nameOf(id: string): string {
  const size = /(\d+(?:\.\d+)?)b\b/i.exec(id)?.[1];
  const file = id.split('/').at(-1) ?? id;
  if (/^qwen/i.test(file) && size !== undefined) return `Qwen ${size}B`;
  return /e5-small/i.test(file) ? 'E5 small' : file;
}
