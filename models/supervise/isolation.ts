import { spawnSync } from 'node:child_process';

/** `network_namespace`: the model host sees no network at all, not even this computer's own. `none`: the system does not let us; it opens no socket all the same. */
export type Isolation = 'network_namespace' | 'none';

/** What is put before the host's command line, the gentlest first: in a user's own name, else (as root) without. */
const ways = [['--user', '--map-current-user', '--net'], ['--net']];

let known: readonly string[] | null | undefined;

export function isolationHere(): Isolation {
  return wayHere() === null ? 'none' : 'network_namespace';
}

/** The command and arguments that run Node without a network; Node alone where the system does not let us. */
export function withoutNetwork(node: string): { execPath: string; execArgv: string[] } {
  const way = wayHere();
  return way === null
    ? { execPath: node, execArgv: [] }
    : { execPath: 'unshare', execArgv: [...way, '--', node] };
}

/** Tried once a process: containers and hardened systems forbid it, and only Linux has it. */
function wayHere(): readonly string[] | null {
  known ??= process.platform === 'linux' ? (ways.find(isAllowed) ?? null) : null;
  return known;
}

function isAllowed(way: readonly string[]): boolean {
  return spawnSync('unshare', [...way, '--', 'true'], { stdio: 'ignore', timeout: 5000 }).status === 0;
}
