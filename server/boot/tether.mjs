// @ts-check
/**
 * Runs a tool that knows nothing of us and ends it, with all it started, when standard input closes.
 * The system closes it also when the parent is killed with -9, so that no download or build outlives the app.
 */
import { spawn } from 'node:child_process';

const [command = '', ...parameters] = process.argv.slice(2);
const isWindows = process.platform === 'win32';
const child = spawn(command, parameters, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: !isWindows,
  shell: isWindows,
});

/** @param {NodeJS.Signals} signal */
function end(signal) {
  try {
    if (isWindows || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function endSoon() {
  end('SIGTERM');
  setTimeout(() => end('SIGKILL'), 1500).unref();
}

process.stdin.on('end', endSoon).on('error', endSoon).resume();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, endSoon);
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (status) => process.exit(status ?? 1));
