import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Remote addresses other than loopback of all sockets that a process or one below it holds at this moment (Linux, /proc).
 * Looked at every 50 ms it sees connections and name look-ups that live that long.
 */
export function listForeignConnections(pid: number): string[] {
  const sockets = new Set(processTree(pid).flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readLines(`/proc/net/${kind}`).flatMap((line) => {
      const [, , remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
      return sockets.has(inode) && isForeign(remote) ? [`${kind} ${remote}`] : [];
    }),
  );
}

/** Addresses are written as hexadecimal words in the machine's byte order. */
function isForeign(remote: string): boolean {
  const [address = ''] = remote.split(':');
  const isNobody = /^0+$/.test(address);
  const isLoopback =
    /^(0{16}FFFF0000|)[0-9A-F]{6}7F$/.test(address) || address === '00000000000000000000000001000000';
  return address !== '' && !isNobody && !isLoopback;
}

function processTree(pid: number): number[] {
  const children = readLines(`/proc/${pid}/task/${pid}/children`)
    .join(' ')
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return [pid, ...children.flatMap(processTree)];
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readLink(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

function readLink(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
