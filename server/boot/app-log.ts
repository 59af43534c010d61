import { existsSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Logger, pino } from 'pino';

/** Above this the log of earlier starts moves to `scenefield.1.log`. Bytes. */
const longestLog = 10_000_000;

export function logFileIn(home: string): string {
  return path.join(home, 'logs', 'scenefield.log');
}

/** Writes to the home's log only: standard output is for data, standard error for talk. Synchronous, so that a kill loses nothing. */
export function createLog(home: string): Logger {
  const file = logFileIn(home);
  if (existsSync(file) && statSync(file).size > longestLog)
    renameSync(file, path.join(home, 'logs', 'scenefield.1.log'));
  const redact = ['password', '*.password', 'key', '*.key', 'err.cause.password'];
  return pino(
    { base: { pid: process.pid }, redact },
    pino.destination({ dest: file, mkdir: true, sync: true, mode: 0o600 }),
  );
}
