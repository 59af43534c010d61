// @ts-check
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tether = fileURLToPath(new URL('./tether.mjs', import.meta.url));

/** How much of a tool's words is kept for the message when it fails. Characters. */
const keptOutput = 20_000;

export class ToolFailed extends Error {
  /**
   * @param {string} tool
   * @param {number | null} status
   * @param {string} output the end of what it said
   */
  constructor(tool, status, output) {
    super(`${tool} ended with ${status}`);
    this.tool = tool;
    this.status = status;
    this.output = output;
  }
}

/**
 * Runs an outside tool that cannot outlive this process (see tether.mjs) and hears its lines as they come.
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ folder: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal, onLine?: (line: string) => void }} options
 * @returns {Promise<string>} the end of what it said
 */
export function runTool(command, parameters, { folder, env = process.env, signal, onLine }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tether, command, ...parameters], {
      cwd: folder,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const abort = () => child.stdin.end();
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    let output = '';
    let rest = '';
    const hear = (/** @type {string} */ piece) => {
      output = (output + piece).slice(-keptOutput);
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
    child.on('error', reject);
    child.on('close', (status) => {
      signal?.removeEventListener('abort', abort);
      if (rest !== '') onLine?.(rest);
      if (status === 0) resolve(output);
      else reject(new ToolFailed(command, status, output));
    });
  });
}
