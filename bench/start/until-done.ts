import type { FieldCaller } from '../../server/cli/field-caller.ts';

export type Job = Awaited<ReturnType<FieldCaller['jobs']['list']>>[number];

const everyMs = 500;

/** The newest job that is meant, once it is done; `isWhole`: and no other is open. @throws where it failed, or took longer than `patienceMs` */
export async function untilDone(
  field: FieldCaller,
  isMeant: (job: Job) => boolean,
  { isWhole = false, patienceMs = 60 * 60_000 }: { isWhole?: boolean; patienceMs?: number } = {},
): Promise<Job> {
  const until = Date.now() + patienceMs;
  for (;;) {
    // a connection that was kept open may be closed meanwhile
    const jobs = await field.jobs.list().catch(() => []);
    const found = jobs.find(isMeant);
    if (found?.state === 'failed') throw new Error(JSON.stringify(found.error));
    const isOpen = isWhole && jobs.some(({ state }) => state === 'queued' || state === 'running');
    if (found?.state === 'done' && !isOpen) return found;
    if (Date.now() > until) throw new Error('the vault was not read in time');
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
