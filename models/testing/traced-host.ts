import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FromHost, type HostAnswer, type HostWork } from '../host/protocol.ts';

export interface TracedHost {
  ask(work: HostWork): Promise<HostAnswer>;
  /** Every call of the host and its children that has to do with a network, or opens, makes, moves or deletes a file. */
  calls(): Promise<string[]>;
  stop(): Promise<void>;
}

export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The real model host under strace. */
export async function openTracedHost(): Promise<TracedHost> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scenefield-trace-'));
  const file = path.join(folder, 'calls.txt');
  const watched =
    'trace=%network,open,openat,openat2,creat,execve,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat';
  const host: ChildProcess = fork(
    fileURLToPath(new URL('../../build/models/host/main.js', import.meta.url)),
    {
      execPath: 'strace',
      execArgv: ['-f', '-qq', '--seccomp-bpf', '-s', '400', '-e', watched, '-o', file, process.execPath],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, CI: undefined },
    },
  );
  let last = 0;
  return {
    ask(work) {
      const id = (last += 1);
      return new Promise((resolve, reject) => {
        const hear = (message: unknown) => {
          const news = FromHost.parse(message);
          if (
            news.type === 'alive' ||
            news.id !== id ||
            news.type === 'vector' ||
            news.type === 'piece' ||
            news.type === 'shares'
          )
            return;
          host.off('message', hear);
          if (news.type === 'done') resolve(news.answer);
          else reject(new Error(news.type));
        };
        host.on('message', hear);
        host.send({ type: 'ask', id, work });
      });
    },
    calls: async () => (await readFile(file, 'utf8')).split('\n').filter(Boolean),
    async stop() {
      host.disconnect(); // the host ends itself; strace with it
      await new Promise((resolve) => host.once('exit', resolve));
      await rm(folder, { recursive: true });
    },
  };
}
