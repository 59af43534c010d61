import { access } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../models/cache-folder.ts';
import { runTool } from '../../server/boot/run-tool.mjs';

const version = '0.11.0';
const program = `
import sys, time
import obsidiantools.api as otools
from pathlib import Path
began = time.perf_counter()
vault = otools.Vault(Path(sys.argv[1])).connect().gather()
print("seconds", time.perf_counter() - began)
print("edges", len(set((a, b) for a, b in vault.graph.edges() if a != b)))
`;

/** Reads a vault with obsidiantools (PyPI) in a virtual environment of its own, kept in the cache. Null where it cannot be had. */
export async function readWithObsidiantools(
  folder: string,
  say: (line: string) => void,
): Promise<{ seconds: number; edges: number } | null> {
  const place = path.join(cacheFolder(), 'bench', `obsidiantools-${version}`);
  const python = path.join(place, 'bin', 'python');
  try {
    await access(python).catch(async () => {
      say(`obsidiantools ${version}: installing`);
      await runTool('python3', ['-m', 'venv', place], { folder });
      await runTool(python, ['-m', 'pip', 'install', '-q', `obsidiantools==${version}`], { folder });
    });
    const output = await runTool(python, ['-c', program, folder], { folder });
    const value = (name: string) => Number(new RegExp(`${name} ([\\d.]+)`).exec(output)?.[1]);
    return { seconds: value('seconds'), edges: value('edges') };
  } catch (error) {
    say(`obsidiantools cannot be had: ${String(error).slice(0, 300)}`);
    return null;
  }
}
