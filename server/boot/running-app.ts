import { findHolder, homeLockFile } from './home-lock.mjs';
import { readKey } from './keys.mjs';

export interface RunningApp {
  /** `http://127.0.0.1:PORT` */
  address: string;
  key: string;
}

/** The app that runs on a home, with the key that lies there; null where none does. */
export function findRunningApp(home: string): RunningApp | null {
  const address = findHolder(homeLockFile(home))?.address;
  const key = readKey(home);
  return address === undefined || key === null ? null : { address, key };
}
